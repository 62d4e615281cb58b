package dev.sluice.handlers.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifierTest {

    private static final Identity IDENTITY = new Identity("default", "t-1");

    private final List<Alert> published = new ArrayList<>();
    private final Map<String, Instant> claims = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private final List<Identity> notified = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> unpublishable = new HashSet<>();
    private boolean ledgerRecords = true;
    private Instant now = Instant.parse("2026-01-02T03:06:00Z");

    @Test
    void aFlaggedTransactionIsOneAlertForEachReason() throws IOException {
        assertThat(tell(flagged("velocity", "night"))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(published).extracting(Alert::alertId).containsExactly("default/t-1/velocity", "default/t-1/night");
        assertThat(published.getFirst())
                .isEqualTo(new Alert(
                        "default/t-1/velocity", IDENTITY, "velocity", "because of velocity", 70, Samples.TRACE));
        assertThat(notified).containsExactly(IDENTITY);
    }

    @Test
    void aConflictIsOneAlertUnderTheFingerprintThatArrived() throws IOException {
        tell(conflict("v1:abc"));
        tell(conflict("v1:abc"));
        tell(conflict("v1:def"));
        assertThat(published)
                .extracting(Alert::alertId)
                .containsExactly("default/t-1/conflict/v1:abc", "default/t-1/conflict/v1:def");
        assertThat(notified).isEmpty();
    }

    @Test
    void whatIsHandedOverAgainIsNotToldAgain() throws IOException {
        tell(flagged("velocity"));
        assertThat(tell(flagged("velocity"), flagged("velocity"))).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(published).hasSize(1);
    }

    @Test
    void anAlertThatCannotBePublishedLeavesTheOthersToldAndComesAgainAlone() throws IOException {
        unpublishable.add("velocity");
        assertThat(tell(flagged("night", "velocity")))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-0\"}],"
                        + "\"reasons\":{\"m-0\":\"Unavailable: the topic did not answer\"}}");
        assertThat(notified).isEmpty();

        unpublishable.clear();
        assertThat(tell(flagged("night", "velocity"))).contains("m-0", "another call has claimed");
        now = now.plusSeconds(300);
        tell(flagged("night", "velocity"));
        assertThat(published).extracting(Alert::reason).containsExactly("night", "velocity");
        assertThat(notified).containsExactly(IDENTITY);
    }

    @Test
    void whatWasPublishedAndNotRecordedIsPublishedAgainUnderTheSameId() throws IOException {
        ledgerRecords = false;
        assertThat(tell(flagged("night"))).contains("m-0");
        ledgerRecords = true;
        now = now.plusSeconds(300);
        tell(flagged("night"));
        assertThat(published).hasSize(2).extracting(Alert::alertId).containsOnly("default/t-1/night");
    }

    @Test
    void aMessageThatDoesNotReadFailsAloneAndNothingOfItIsTold() throws IOException {
        var answer = invoke(event(List.of("{\"secret\": 4111}", NotificationJson.write(flagged("night")))));
        assertThat(answer)
                .contains("\"itemIdentifier\":\"m-0\"")
                .doesNotContain("m-1")
                .doesNotContain("4111");
        assertThat(published).hasSize(1);
        assertThat(lines.getFirst()).contains("\"NotTold\":1").doesNotContain("4111");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        for (var event : List.of("{}", "{\"Records\": [1]}", "{\"Records\": [{\"body\": \"x\"}]}")) {
            assertThatThrownBy(() -> invoke(event)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Notification flagged(String... reasons) {
        return new Notification.Flagged(
                IDENTITY,
                "account-1",
                new RiskScore(
                        70,
                        true,
                        List.of(reasons).stream()
                                .map(code -> new RiskReason(code, 35, "because of " + code))
                                .toList()),
                Samples.TRACE);
    }

    private static Notification conflict(String fingerprint) {
        return new Notification.Conflicting(IDENTITY, fingerprint, Samples.RECEIVED, Samples.TRACE);
    }

    private String tell(Notification... notifications) throws IOException {
        return invoke(event(
                List.of(notifications).stream().map(NotificationJson::write).toList()));
    }

    private String invoke(String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        new Notifier(this::publish, ledger(), assessments(), () -> now, new Telemetry(lines::add))
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new InvokedContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private void publish(Alert alert) {
        if (unpublishable.contains(alert.reason())) {
            throw new Unavailable("the topic did not answer");
        }
        published.add(alert);
    }

    private AlertLedger ledger() {
        return new AlertLedger() {
            @Override
            public Claim claim(Identity identity, String alertId, Instant at, Instant until) {
                if (recorded.contains(alertId)) {
                    return Claim.PUBLISHED;
                }
                var held = claims.get(alertId);
                if (held != null && held.isAfter(at)) {
                    return Claim.HELD;
                }
                claims.put(alertId, until);
                return Claim.GRANTED;
            }

            @Override
            public void published(Identity identity, String alertId, Instant at) {
                if (!ledgerRecords) {
                    throw new Unavailable("the ledger did not answer");
                }
                recorded.add(alertId);
            }
        };
    }

    private Assessments assessments() {
        return new Assessments() {
            @Override
            public Assessing write(Identity identity, Assessment assessment, Instant at) {
                throw new IllegalStateException("the notifier assesses nothing");
            }

            @Override
            public void notified(Identity identity) {
                notified.add(identity);
            }
        };
    }

    private static String event(List<String> bodies) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            for (var i = 0; i < bodies.size(); i++) {
                json.writeStartObject();
                json.writeStringField("messageId", "m-" + i);
                json.writeStringField("body", bodies.get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
