package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.enriching.Enricher;
import dev.sluice.handlers.intake.Source;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.intake.Validator;
import dev.sluice.handlers.notifying.Notifier;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/costs.md} takes an invocation's log to be: the line of a usual payment, and Lambda's own three, in bytes
 * as CloudWatch counts them.
 */
class CostOfLogsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:16:00.123Z");
    private static final String ID = "b3c1a4de-9f6e-4d0b-8a77-c0ffee5adbed";
    private static final Trace TRACE =
            new Trace("f4d9c2ab-7e31-4bcd-a95e-0badcafe1dea", Optional.of("Root=1-6819ea5f-3bfa8ed1c0de4f00dbeadcab"));
    private static final byte[] KEY = new byte[32];

    /** CloudWatch adds so many to each entry. */
    private static final int ENTRY = 26;

    /** What the cost model takes each to be. */
    private static final int MOST = 970;

    /** As Lambda's guide shows them, with the version and the trace that ours have. */
    private static final List<String> OF_LAMBDA = List.of(
            "START RequestId: " + ID + " Version: 12\n",
            "END RequestId: " + ID + "\n",
            "REPORT RequestId: " + ID + "\tDuration: 15.74 ms\tBilled Duration: 16 ms\tMemory Size: 512 MB"
                    + "\tMax Memory Used: 169 MB\t\nXRAY TraceId: 1-6819ea5f-3bfa8ed1c0de4f00dbeadcab"
                    + "\tSegmentId: 3bfa8ed1c0de4f00\tSampled: true\t\n");

    private final List<String> lines = new ArrayList<>();
    private final Telemetry telemetry = new Telemetry(lines::add, "Sluice/prod");
    private final InstantSource clock = InstantSource.fixed(NOW);

    @Test
    void theValidatorLeavesSoManyBytes() throws IOException {
        var validator = new Validator(
                new Sources(Map.of(Sources.DEFAULT, new Source(Sources.DEFAULT, Policy.unlimited(ZoneOffset.UTC)))),
                name -> List.of(new SigningSecret(KEY, Optional.empty())),
                announcement -> {},
                clock,
                telemetry);
        var request = new WebhookRequest()
                .body(WebhookRequest.VALID_BODY.replace("\"t-1\"", "\"" + ID + "\""))
                .header("X-Correlation-Id", TRACE.correlationId())
                .header("X-Amzn-Trace-Id", TRACE.traceHeader().orElseThrow())
                .signed(KEY, NOW);

        assertThat(logged(validator, request.event())).isBetween(900, MOST);
    }

    @Test
    void theProcessorLeavesSoManyBytes() throws IOException {
        var processor = new Processor(arrival -> new Storing.Stored(), notification -> {}, clock, telemetry);
        var announced = new Announcement(transaction(), ZoneOffset.UTC, NOW, TRACE);

        assertThat(logged(processor, Events.ofTopic(AnnouncementJson.write(announced))))
                .isBetween(900, MOST);
    }

    @Test
    void theEnricherLeavesSoManyBytes() throws IOException {
        var enricher = new Enricher(
                (transaction, now) -> new AccountFacts(
                        new AsOf(1, now),
                        Map.of(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()),
                assessments(),
                notification -> {},
                RiskPolicy.standard(),
                clock,
                telemetry);
        var arrival = new Arrival(Samples.enriched(transaction()), NOW, NOW, TRACE);

        assertThat(logged(enricher, Events.ofStream(TransactionItem.of(arrival, "claim"))))
                .isBetween(900, MOST);
    }

    @Test
    void theNotifierLeavesSoManyBytes() throws IOException {
        var notifier = new Notifier(alert -> {}, ledger(), assessments(), clock, telemetry);
        var risk = new RiskScore(60, true, List.of(new RiskReason("large_amount", 60, "it is large")));
        var flagged = new Notification.Flagged(transaction().identity(), "5770", risk, TRACE);

        assertThat(logged(notifier, Events.ofQueue(NotificationJson.write(flagged))))
                .isBetween(900, MOST);
    }

    private int logged(RequestStreamHandler handler, String event) throws IOException {
        return logged(handler, new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    private int logged(RequestStreamHandler handler, InputStream event) throws IOException {
        handler.handleRequest(event, new ByteArrayOutputStream(), new InvokedContext());
        assertThat(lines).singleElement().asString().contains("\"level\":\"INFO\"", TRACE.correlationId(), ID);
        var entries = new ArrayList<>(OF_LAMBDA);
        entries.add(lines.getFirst() + "\n");
        return entries.stream()
                .mapToInt(entry -> ENTRY + entry.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static Transaction transaction() {
        return Samples.transaction(new Identity("default", ID), "5770", NOW, 1_250);
    }

    private static Assessments assessments() {
        return new Assessments() {
            @Override
            public Assessing write(Identity identity, Assessment assessment, Instant at) {
                return new Assessing.Written();
            }

            @Override
            public void notified(Identity identity) {}
        };
    }

    private static AlertLedger ledger() {
        return new AlertLedger() {
            @Override
            public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
                return Claim.GRANTED;
            }

            @Override
            public void published(Identity identity, String alertId, Instant at) {}
        };
    }
}
