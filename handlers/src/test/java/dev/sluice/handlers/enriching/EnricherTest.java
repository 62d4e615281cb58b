package dev.sluice.handlers.enriching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnricherTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:06:00.123456Z");

    /** Flags whatever was first seen, with the account as old as the facts say it is. */
    private static final RiskPolicy STRICT = RiskPolicy.standard().with("flag_at", BigDecimal.ONE);

    private final List<String> asked = new ArrayList<>();
    private final Set<String> unreachable = new HashSet<>();
    private final Map<Identity, Assessment> written = new HashMap<>();
    private final List<Notification> sent = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean queueAnswers = true;
    private boolean firstSeen = true;

    @Test
    void aNewTransactionIsAssessedWithWhatItsHistorySays() throws IOException {
        firstSeen = false;
        assertThat(enrich("t-1")).isEqualTo("{\"batchItemFailures\":[]}");

        var assessment = written.get(new Identity("default", "t-1"));
        assertThat(assessment.context().asOf()).isEqualTo(new AsOf(40, Instant.parse("2026-01-02T03:06:00.123Z")));
        assertThat(sent).isEmpty();
        assertThat(lines).singleElement().asString().contains("\"Enriched\":1", "\"correlationId\":\"correlation-1\"");
    }

    @Test
    void whatIsFlaggedIsPassedOnWithItsReasons() throws IOException {
        enrich("t-1");
        var assessment = written.get(new Identity("default", "t-1"));
        assertThat(assessment.risk().flagged()).isTrue();
        assertThat(sent)
                .containsExactly(new Notification.Flagged(
                        new Identity("default", "t-1"), "account-1", assessment.risk(), Samples.TRACE));
    }

    @Test
    void whatWasAssessedBeforeIsPassedOnAsItWasThen() throws IOException {
        enrich("t-1");
        var earlier = written.get(new Identity("default", "t-1"));
        var other = new Assessment(
                earlier.context(), new RiskScore(77, true, List.of(new RiskReason("earlier", 77, "it was so then"))));
        written.put(new Identity("default", "t-1"), other);
        sent.clear();

        enrich("t-1");
        assertThat(written).containsValue(other);
        assertThat(sent)
                .singleElement()
                .isEqualTo(new Notification.Flagged(
                        new Identity("default", "t-1"), "account-1", other.risk(), Samples.TRACE));
        assertThat(lines.getLast()).contains("\"EnrichedBefore\":1");
    }

    @Test
    void itStopsAtTheFirstRecordThatItCannotDoAndNamesIt() throws IOException {
        unreachable.add("t-2");
        assertThat(enrich("t-1", "t-2", "t-3"))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}],"
                        + "\"reasons\":{\"2\":\"Unavailable: the history did not answer\"}}");
        assertThat(asked).containsExactly("t-1", "t-2");
        assertThat(written).containsOnlyKeys(new Identity("default", "t-1"));
        assertThat(lines.getLast()).contains("\"NotEnriched\":1", "\"level\":\"ERROR\"", "the history did not answer");
    }

    @Test
    void aQueueThatDoesNotAnswerFailsTheRecordAlthoughItIsAssessed() throws IOException {
        queueAnswers = false;
        assertThat(enrich("t-1")).contains("\"itemIdentifier\":\"1\"");
        queueAnswers = true;
        assertThat(enrich("t-1")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(sent).hasSize(1);
    }

    @Test
    void aRecordThatDoesNotReadFailsByItselfAndNothingOfItIsTold() throws IOException {
        var answer = invoke(event(List.of("{\"secret\": 4111}")));
        assertThat(answer).contains("\"itemIdentifier\":\"1\"").doesNotContain("4111");
        assertThat(lines.getLast()).doesNotContain("4111");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        for (var event : List.of("{}", "{\"Records\": [1]}", "{\"Records\": [{\"dynamodb\": {}}]}")) {
            assertThatThrownBy(() -> invoke(event)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordWithoutATraceHeaderHasNone() throws IOException {
        invoke(event(List.of(document("t-1"))).replace("traceHeader", "other"));
        assertThat(sent)
                .singleElement()
                .extracting(Notification::trace)
                .isEqualTo(new Trace("correlation-1", Optional.empty()));
    }

    private String enrich(String... ids) throws IOException {
        return invoke(event(List.of(ids).stream().map(EnricherTest::document).toList()));
    }

    private String invoke(String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        new Enricher(
                        this::facts,
                        assessments(),
                        notification -> {
                            if (!queueAnswers) {
                                throw new Unavailable("the queue did not answer");
                            }
                            sent.add(notification);
                        },
                        STRICT,
                        InstantSource.fixed(NOW),
                        new Telemetry(lines::add))
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new InvokedContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private AccountFacts facts(Transaction transaction, Instant now) {
        asked.add(transaction.identity().id());
        if (unreachable.contains(transaction.identity().id())) {
            throw new Unavailable("the history did not answer");
        }
        return new AccountFacts(
                new AsOf(40, now),
                // Known well enough for something new to count.
                Map.of(
                        Window.MONTH,
                        List.of(new Activity(
                                40, Total.zero(transaction.billed().currency()).plus(transaction.billed())))),
                Optional.empty(),
                firstSeen ? Set.of(Seen.Kind.COUNTRY) : Set.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private Assessments assessments() {
        return new Assessments() {
            @Override
            public Assessing write(Identity identity, Assessment assessment, Instant at) {
                var before = written.putIfAbsent(identity, assessment);
                return before == null ? new Assessing.Written() : new Assessing.WrittenBefore(before);
            }

            @Override
            public void notified(Identity identity) {
                throw new IllegalStateException("the enricher tells nobody");
            }
        };
    }

    private static String document(String id) {
        // In the afternoon of a weekday: nothing but what a test wants is to raise the score.
        return TransactionDocument.write(Samples.enriched(Samples.transaction(
                new Identity("default", id), "account-1", Instant.parse("2026-01-06T14:00:00Z"), 1_234)));
    }

    private static String event(List<String> documents) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            for (var i = 0; i < documents.size(); i++) {
                json.writeStartObject();
                json.writeStringField("eventName", "INSERT");
                json.writeObjectFieldStart("dynamodb");
                json.writeStringField("SequenceNumber", Integer.toString(i + 1));
                json.writeObjectFieldStart("NewImage");
                for (var attribute : Map.of(
                                "source", "default",
                                "id", "t-" + (i + 1),
                                "document", documents.get(i),
                                "correlationId", "correlation-1",
                                "traceHeader", "Root=1-2-3")
                        .entrySet()) {
                    json.writeObjectFieldStart(attribute.getKey());
                    json.writeStringField("S", attribute.getValue());
                    json.writeEndObject();
                }
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
