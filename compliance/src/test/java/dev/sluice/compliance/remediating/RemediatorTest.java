package dev.sluice.compliance.remediating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.MemoryJournal;
import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.guard.rule.Severity;
import dev.sluice.handlers.codec.JsonText;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The remediator")
class RemediatorTest {

    private static final Instant SCAN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:07.123Z");
    private static final Map<String, String> OURS = Map.of("Project", "sluice", "Environment", "dev");
    private static final Norm NORM = new Norm("dev", OURS, 30, 14, "default");
    private static final FindingKey TABLE =
            new FindingKey("dynamodb-no-point-in-time-recovery", "aws_dynamodb_table.t");
    private static final FindingKey GROUP = new FindingKey("lambda-no-log-retention", "aws_lambda_function.f");
    private static final Planned RECOVERY = new Planned(RepairKind.POINT_IN_TIME_RECOVERY, "arn:t", "off", "on");
    private static final Planned RETENTION = new Planned(RepairKind.LOG_RETENTION, "/f", "for ever", "30 days");
    private static final String ALL = "{\"scan\": \"2026-01-05T10:00:00Z\"}";
    private static final String APPLY = "{\"scan\": \"2026-01-05T10:00:00Z\", \"apply\": true}";

    /** Findings in memory. */
    private static final class Findings implements FindingStore {
        private final Map<FindingKey, Tracked> all = new TreeMap<>();

        @Override
        public List<Tracked> findings() {
            return List.copyOf(all.values());
        }

        @Override
        public Optional<Tracked> finding(FindingKey key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public void keep(Tracked tracked) {
            all.put(tracked.key(), tracked);
        }
    }

    /** An account in memory, in which calls can fail and changes can show late. */
    private static final class Account implements RepairTarget {
        private final Map<String, Present> present = new HashMap<>();
        private final List<String> changed = new ArrayList<>();
        private final Set<String> unreachable = new HashSet<>();
        private final Set<String> late = new HashSet<>();
        private final Set<String> lost = new HashSet<>();

        @Override
        public Optional<Present> present(Planned planned) {
            if (unreachable.contains(planned.target())) {
                throw new Unavailable("the account does not answer");
            }
            return Optional.ofNullable(present.get(planned.target()));
        }

        @Override
        public void change(Planned planned) {
            changed.add(planned.target());
            if (!late.remove(planned.target())) {
                present.computeIfPresent(planned.target(), (name, now) -> new Present(planned.after(), now.tags()));
            }
            if (lost.remove(planned.target())) {
                throw new Unavailable("the answer got lost");
            }
        }
    }

    private final Findings findings = new Findings();
    private final Account account = new Account();
    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> lines = new ArrayList<>();

    RemediatorTest() {
        findings.keep(finding(TABLE, RECOVERY, 0));
        findings.keep(finding(GROUP, RETENTION, 0));
        account.present.put("arn:t", new RepairTarget.Present("off", OURS));
        account.present.put("/f", new RepairTarget.Present("for ever", OURS));
    }

    @Test
    @DisplayName("only tells what it would do where nobody says otherwise")
    void dryRun() throws IOException {
        assertThat(send(Mode.DRY_RUN, ALL)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(account.changed).isEmpty();
        assertThat(journal.latest(10)).extracting(Repair::outcome).containsOnly(Outcome.WOULD_REPAIR);
        assertThat(journal.latest(10))
                .extracting(repair -> repair.planned().orElseThrow())
                .containsExactlyInAnyOrder(RECOVERY, RETENTION);
    }

    @Test
    @DisplayName("repairs what is planned, and writes down what was and what became, before and behind")
    void applies() throws IOException {
        send(Mode.APPLY, ALL);
        assertThat(account.changed).containsExactly("arn:t", "/f");
        assertThat(journal.written())
                .extracting(Repair::outcome)
                .containsExactly(Outcome.BEGUN, Outcome.REPAIRED, Outcome.BEGUN, Outcome.REPAIRED);
        assertThat(journal.find(TABLE, SCAN, Mode.APPLY))
                .hasValue(new Repair(
                        TABLE,
                        SCAN,
                        Mode.APPLY,
                        Optional.of(RECOVERY),
                        Outcome.REPAIRED,
                        "it was off and is on",
                        NOW,
                        "AROAFAKE:sluice-scanner-dev"));
        assertThat(lines).singleElement().asString().contains("\"Repaired\":2").contains("\"RepairRuns\":1");
    }

    @Test
    @DisplayName("does as the message says where that says whether repairs are made")
    void messageDecides() throws IOException {
        send(Mode.APPLY, "{\"scan\": \"2026-01-05T10:00:00Z\", \"apply\": false}");
        assertThat(account.changed).isEmpty();
        send(Mode.DRY_RUN, APPLY);
        assertThat(account.changed).hasSize(2);
    }

    @Test
    @DisplayName("repairs only what is named, where something is named")
    void named() throws IOException {
        send(Mode.APPLY, naming(TABLE, TABLE));
        assertThat(account.changed).containsExactly("arn:t");
    }

    @Test
    @DisplayName("repairs nothing a second time for one scan, even where it was undone since")
    void repairsOnce() throws IOException {
        send(Mode.APPLY, ALL);
        account.present.put("arn:t", new RepairTarget.Present("off", OURS));
        send(Mode.APPLY, ALL);
        assertThat(account.changed).containsExactly("arn:t", "/f");
        assertThat(lines.getLast()).doesNotContain("Repaired");
    }

    @Test
    @DisplayName("tells as already so what an earlier call made without learning of it, and makes it no second time")
    void lostAnswer() throws IOException {
        account.lost.add("arn:t");
        assertThat(send(Mode.APPLY, ALL)).contains("\"itemIdentifier\":\"m-1\"").contains("the answer got lost");
        assertThat(outcome(TABLE)).isEqualTo(Outcome.BEGUN);
        assertThat(outcome(GROUP)).isEqualTo(Outcome.REPAIRED);
        assertThat(send(Mode.APPLY, ALL)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(outcome(TABLE)).isEqualTo(Outcome.ALREADY_SO);
        assertThat(account.changed).containsExactly("arn:t", "/f");
    }

    @Test
    @DisplayName("looks again at what it changed and does not show yet")
    void showsLate() throws IOException {
        account.late.add("arn:t");
        assertThat(send(Mode.APPLY, naming(TABLE))).contains("does not show yet");
        assertThat(outcome(TABLE)).isEqualTo(Outcome.NOT_SEEN);
        account.present.put("arn:t", new RepairTarget.Present("on", OURS));
        send(Mode.APPLY, naming(TABLE));
        assertThat(outcome(TABLE)).isEqualTo(Outcome.REPAIRED);
        assertThat(account.changed).hasSize(1);
    }

    @Test
    @DisplayName("goes on where one finding fails, and is sent the request again")
    void oneFails() throws IOException {
        account.unreachable.add("arn:t");
        assertThat(send(Mode.APPLY, ALL)).contains("\"itemIdentifier\":\"m-1\"").contains("does not answer");
        assertThat(outcome(GROUP)).isEqualTo(Outcome.REPAIRED);
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("\"RepairsNotRun\":1")
                .contains("\"Repaired\":1");
    }

    @Test
    @DisplayName("changes nothing that does not bear the environment's tags")
    void notOurs() throws IOException {
        account.present.put(
                "arn:t", new RepairTarget.Present("off", Map.of("Project", "sluice", "Environment", "prod")));
        send(Mode.APPLY, naming(TABLE));
        assertThat(account.changed).isEmpty();
        assertThat(said(TABLE)).isEqualTo("it does not bear Environment=dev: it is not this environment's to change");
        assertThat(lines).singleElement().asString().contains("\"RepairsRefused\":1");
    }

    @Test
    @DisplayName("changes nothing that is neither as it was nor as it is to be")
    void changedMeanwhile() throws IOException {
        account.present.put("/f", new RepairTarget.Present("7 days", OURS));
        account.present.remove("arn:t");
        send(Mode.APPLY, ALL);
        assertThat(account.changed).isEmpty();
        assertThat(said(GROUP)).startsWith("it is 7 days now, and was for ever when the repair was planned");
        assertThat(said(TABLE)).isEqualTo("there is no such resource any more");
    }

    @Test
    @DisplayName("no longer repairs what came back three times, and tells a person why")
    void comesBack() throws IOException {
        findings.keep(finding(TABLE, RECOVERY, 2));
        findings.keep(finding(GROUP, RETENTION, 3));
        send(Mode.APPLY, ALL);
        assertThat(account.changed).containsExactly("arn:t");
        assertThat(outcome(GROUP)).isEqualTo(Outcome.COMES_BACK);
        assertThat(said(GROUP)).startsWith("it came back 3 times");
    }

    @Test
    @DisplayName("does not change what something speaks against that is to be seen only now")
    void hindered() throws IOException {
        account.present.put("arn:t", new RepairTarget.Present("off", OURS, Optional.of("version 1 runs untraced")));
        send(Mode.APPLY, naming(TABLE));
        assertThat(account.changed).isEmpty();
        assertThat(outcome(TABLE)).isEqualTo(Outcome.REFUSED);
        assertThat(said(TABLE)).isEqualTo("version 1 runs untraced");
    }

    @Test
    @DisplayName("records why of what is named and is not known, not open, refused, or to be done by hand")
    void notRepaired() throws IOException {
        var unknown = new FindingKey("a-rule", "aws_sqs_queue.q");
        var refused = new FindingKey("b-rule", "aws_sqs_queue.q");
        var byHand = new FindingKey("c-rule", "aws_sqs_queue.q");
        var resolved = new FindingKey("d-rule", "aws_sqs_queue.q@home");
        findings.keep(finding(refused, new Proposal.Refused(RepairKind.TAGS, "it would break a rule"), 0));
        findings.keep(finding(byHand, new Proposal.ByHand(), 0));
        findings.keep(new Tracked(resolved, Severity.NOTE, "", "", SCAN, SCAN, Optional.of(SCAN), 0, RECOVERY));
        send(Mode.APPLY, naming(unknown, refused, byHand, resolved));
        assertThat(outcome(unknown)).isEqualTo(Outcome.NOT_KNOWN);
        assertThat(outcome(refused)).isEqualTo(Outcome.REFUSED);
        assertThat(said(refused)).isEqualTo("it would break a rule");
        assertThat(outcome(byHand)).isEqualTo(Outcome.BY_HAND);
        assertThat(outcome(resolved)).isEqualTo(Outcome.NOT_OPEN);
        assertThat(account.changed).isEmpty();
    }

    @Test
    @DisplayName("answers what it cannot read as failed, with what is wrong")
    void notReadable() throws IOException {
        assertThat(send(Mode.APPLY, "{\"scan\": \"yesterday\"}")).contains("'scan' is to be an instant");
        assertThat(send(Mode.APPLY, "{\"scan\": \"2026-01-05T10:00:00Z\", \"findings\": [\"x\"]}"))
                .contains("a rule, an @ and an address");
        assertThat(send(Mode.APPLY, "{\"scan\": \"2026-01-05T10:00:00Z\", \"apply\": \"yes\"}"))
                .contains("'apply' is to be true or false");
        assertThat(account.changed).isEmpty();
    }

    private Outcome outcome(FindingKey finding) {
        return journal.find(finding, SCAN, Mode.APPLY).orElseThrow().outcome();
    }

    private String said(FindingKey finding) {
        return journal.find(finding, SCAN, Mode.APPLY).orElseThrow().said();
    }

    private static Tracked finding(FindingKey key, Proposal proposal, int returns) {
        return new Tracked(key, Severity.WARNING, "", "", SCAN, SCAN, Optional.empty(), returns, proposal);
    }

    private static String naming(FindingKey... keys) {
        return JsonText.object(json -> {
            json.writeStringField("scan", SCAN.toString());
            json.writeArrayFieldStart("findings");
            for (var key : keys) {
                json.writeString(key.id());
            }
            json.writeEndArray();
        });
    }

    private String send(Mode mode, String body) throws IOException {
        var remediator = new Remediator(findings, account, journal, NORM, mode, () -> NOW, new Telemetry(lines::add));
        var event = JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("messageId", "m-1");
            json.writeStringField("body", body);
            json.writeObjectFieldStart("attributes");
            json.writeStringField("SenderId", "AROAFAKE:sluice-scanner-dev");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
        var answer = new ByteArrayOutputStream();
        remediator.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
