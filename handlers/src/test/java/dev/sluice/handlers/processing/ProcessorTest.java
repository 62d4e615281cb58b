package dev.sluice.handlers.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.aws.Events;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    private static final Instant RECEIVED = Instant.parse("2026-05-04T10:16:00Z");
    private static final Instant NOW = Instant.parse("2026-05-04T10:16:01.000200Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void anAnnouncedTransactionIsStoredEnriched() throws IOException {
        process(AnnouncementJson.write(announcement()), answering(new Storing.Stored()));

        assertThat(arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.enriched().transaction())
                    .isEqualTo(announcement().transaction());
            assertThat(arrival.enriched().reference().minorUnits()).isEqualTo(1250);
            assertThat(arrival.receivedAt()).isEqualTo(RECEIVED);
            assertThat(arrival.storedAt()).isEqualTo(Instant.parse("2026-05-04T10:16:01Z"));
            assertThat(arrival.trace()).isEqualTo(announcement().trace());
        });
        assertThat(lines).singleElement().asString().contains("\"Stored\":1", "\"correlationId\":\"order-17\"");
    }

    @Test
    void aDuplicateAndAConflictAreSuccessesThatAreCounted() throws IOException {
        process(AnnouncementJson.write(announcement()), answering(new Storing.Duplicate()));
        process(AnnouncementJson.write(announcement()), answering(new Storing.Conflict("v1:00")));

        assertThat(lines.getFirst()).contains("\"Duplicates\":1");
        assertThat(lines.getLast()).contains("\"Conflicts\":1");
    }

    @Test
    void aConflictIsPassedOnAndNothingElseIs() throws IOException {
        process(AnnouncementJson.write(announcement()), answering(new Storing.Stored()));
        process(AnnouncementJson.write(announcement()), answering(new Storing.Duplicate()));
        assertThat(notifications).isEmpty();

        process(AnnouncementJson.write(announcement()), answering(new Storing.Conflict("v1:00")));
        assertThat(notifications)
                .containsExactly(new Notification.Conflicting(
                        announcement().transaction().identity(),
                        arrivals.getLast().enriched().fingerprint(),
                        RECEIVED,
                        announcement().trace()));
    }

    @Test
    void aStoreThatDoesNotAnswerFailsTheInvocation() {
        assertThatThrownBy(() -> process(AnnouncementJson.write(announcement()), arrival -> {
                    throw new Unavailable("store did not answer");
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(lines.getLast()).contains("\"NotStored\":1", "\"level\":\"ERROR\"");
    }

    @Test
    void aMessageThatDoesNotReadFailsTheInvocationAndIsNotLogged() {
        var damaged = AnnouncementJson.write(announcement()).replace("12.50", "-12.50");

        assertThatThrownBy(() -> process(damaged, answering(new Storing.Stored())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount_not_positive at /amount");
        assertThatThrownBy(() -> process("{\"schemaVersion\": \"2\"}", answering(new Storing.Stored())))
                .hasMessageContaining("version 1");
        assertThat(arrivals).isEmpty();
        assertThat(lines.getFirst()).doesNotContain("Corner Shop");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        var processor = processor(answering(new Storing.Stored()));
        for (var event : List.of("{}", "{\"Records\": [1]}", "{\"Records\": [{\"Sns\": {}}]}")) {
            assertThatThrownBy(() -> invoke(processor, event)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void process(String message, TransactionStore store) throws IOException {
        invoke(processor(store), Events.ofTopic(message));
    }

    private Processor processor(TransactionStore store) {
        return new Processor(store, notifications::add, InstantSource.fixed(NOW), new Telemetry(lines::add));
    }

    private static void invoke(Processor processor, String event) throws IOException {
        processor.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new InvokedContext());
    }

    private TransactionStore answering(Storing outcome) {
        return arrival -> {
            arrivals.add(arrival);
            return outcome;
        };
    }

    private static Announcement announcement() {
        var document = (Parsed.Document) JsonDocument.within(JsonBounds.SENDER).read(WebhookRequest.VALID_BODY);
        var verdict =
                Validation.validate(new Submission("default", document.root()), Policy.unlimited(LONDON), RECEIVED);
        return new Announcement(
                ((Verdict.Accepted) verdict).transaction(),
                LONDON,
                RECEIVED,
                new Trace("order-17", Optional.of("Root=1-67-abc")));
    }
}
