package dev.sluice.compliance.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.local.LocalFindings;
import dev.sluice.compliance.port.AlertLedger;
import dev.sluice.compliance.port.FindingAlert;
import dev.sluice.compliance.port.MemoryJournal;
import dev.sluice.compliance.port.ScanLease;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.compliance.telling.Telling;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {

    private static final ResourceGraph WELL = Made.live(List.of(), Made.recorder());
    private static final ResourceGraph WITHOUT_RECORDER = Made.live(List.of());
    private static final String ID = "account-recorder-off@data.aws_config_configuration_recorder";

    private static final String NOBODY = "";
    private static final String MINE = "mine";

    @TempDir
    private Path folder;

    private final List<FindingAlert> told = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Instant> requests = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final MemoryJournal journal = new MemoryJournal();
    private final Set<String> published = new HashSet<>();
    private ResourceGraph graph = WELL;
    private String suppressions = "{\"suppressions\": []}";
    private Instant now = Made.NOW;
    private String holder = NOBODY;
    private boolean isTopicSilent;

    @Test
    void whatIsNewIsToldOnceAndAgainWhenItComesBack() throws IOException {
        scan(WELL);
        assertThat(told).isEmpty();
        assertThat(scan(WITHOUT_RECORDER)).contains("\"new\":1", "\"warnings\":1", "\"told\":1");
        assertThat(scan(WITHOUT_RECORDER)).contains("\"new\":0", "\"warnings\":1", "\"told\":0");
        assertThat(scan(WELL)).contains("\"resolved\":1", "\"warnings\":0");
        assertThat(scan(WITHOUT_RECORDER)).contains("\"returned\":1", "\"told\":1");
        assertThat(told).extracting(FindingAlert::alertId).containsExactly(ID + "#0", ID + "#1");
        assertThat(pages).hasSize(5);
    }

    @Test
    void whatAScanDidNotTellTheNextOneTellsOnce() throws IOException {
        isTopicSilent = true;
        assertThatThrownBy(() -> scan(WITHOUT_RECORDER)).isInstanceOf(Unavailable.class);
        isTopicSilent = false;
        assertThat(scan(WITHOUT_RECORDER)).contains("\"new\":0", "\"told\":1");
        scan(WITHOUT_RECORDER);
        assertThat(told).extracting(FindingAlert::alertId).containsExactly(ID + "#0");
    }

    @Test
    void whatIsSuppressedIsNotToldUntilItsSuppressionEnds() throws IOException {
        suppressions = "{\"suppressions\": [{\"rule\": \"account-recorder-off\", \"resource\": \"*\","
                + " \"until\": \"2026-01-02\", \"reason\": \"there is none here\"}]}";
        assertThat(scan(WITHOUT_RECORDER)).contains("\"suppressed\":1", "\"warnings\":0", "\"told\":0");
        now = now.plusSeconds(86_400);
        assertThat(scan(WITHOUT_RECORDER)).contains("\"suppressed\":0", "\"new\":1", "\"told\":1");
        assertThat(pages.getLast()).contains("ended with 2026-01-02");
    }

    @Test
    void suppressionsThatDoNotReadFailTheScanByTheirName() {
        suppressions = "{\"suppressions\": [{}]}";
        assertThatThrownBy(() -> scan(WELL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable SUPPRESSIONS:1: ");
        assertThat(lines.getLast())
                .contains("\"level\":\"ERROR\"", "not scanned")
                .doesNotContain("\"Scans\"");
    }

    @Test
    void aScanBesideAnotherEndsWithoutLookingAndSaysSo() throws IOException {
        holder = "another";
        assertThat(scan(WITHOUT_RECORDER)).isEqualTo("{\"outcome\":\"another scan is being made\"}");
        assertThat(pages).isEmpty();
        assertThat(lines.getLast()).doesNotContain("\"Scans\"");
    }

    @Test
    void aScanThatCannotReadFailsAndResolvesNothing() throws IOException {
        scan(WITHOUT_RECORDER);
        assertThatThrownBy(() -> scan(null)).isInstanceOf(Unavailable.class);
        assertThat(findings().findings())
                .singleElement()
                .satisfies(one -> assertThat(one.isOpen()).isTrue());
        assertThat(holder).as("the lease is given back").isEqualTo(NOBODY);
    }

    @Test
    void anotherAttemptAtAScanWhoseProcessDiedIsMadeUnderItsLease() throws IOException {
        holder = MINE;
        assertThat(scan(WELL)).contains("\"outcome\":\"scanned\"");
        assertThat(holder).isEqualTo(NOBODY);
    }

    @Test
    void whatWasRepairedSinceIsInTheReport() throws IOException {
        journal.record(new Repair(
                new FindingKey("account-recorder-off", "data.aws_config_configuration_recorder"),
                Made.NOW,
                Mode.DRY_RUN,
                Optional.empty(),
                Outcome.BY_HAND,
                "a recorder is nobody's to start",
                Made.NOW,
                "AIDAEXAMPLE"));
        scan(WITHOUT_RECORDER);
        assertThat(pages.getLast()).contains("a recorder is nobody&#39;s to start");
    }

    @Test
    void itsLineCountsWhatTheDashboardShows() throws IOException {
        scan(WITHOUT_RECORDER);
        assertThat(lines.getLast())
                .contains(
                        "\"Scans\":1",
                        "\"FindingsTold\":1",
                        "\"OpenErrors\":0",
                        "\"OpenWarnings\":1",
                        "\"OpenNotes\":0",
                        "\"Resources\":0",
                        "\"NotRead\":0");
        assertThat(requests).as("a recorder is nobody's to start").isEmpty();
    }

    private LocalFindings findings() {
        return new LocalFindings(folder);
    }

    private String scan(ResourceGraph seen) throws IOException {
        graph = seen;
        now = now.plusSeconds(3_600);
        var answer = new ByteArrayOutputStream();
        new Scanner(
                        new Watched(this::read, Made.NORM, suppressions),
                        new Kept(lease(), findings(), findings(), journal, (at, json, html) -> pages.add(html)),
                        new Telling(ledger(), this::publish, () -> now, Scanner.LEASE),
                        requests::add,
                        () -> now,
                        new Telemetry(lines::add))
                .scan(MINE, answer);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private ResourceGraph read() {
        if (graph == null) {
            throw new Unavailable("lambda ListFunctions: TooManyRequestsException (429)");
        }
        return graph;
    }

    private void publish(FindingAlert alert) {
        if (isTopicSilent) {
            throw new Unavailable("SNS Publish (finding): it did not answer");
        }
        told.add(alert);
    }

    private ScanLease lease() {
        return new ScanLease() {
            @Override
            public boolean take(String scan, Instant at, Instant until) {
                if (!holder.equals(NOBODY) && !holder.equals(scan)) {
                    return false;
                }
                holder = scan;
                return true;
            }

            @Override
            public void release(String scan, Instant at) {
                holder = holder.equals(scan) ? NOBODY : holder;
            }
        };
    }

    private AlertLedger ledger() {
        return new AlertLedger() {
            @Override
            public boolean isPublished(String alertId) {
                return published.contains(alertId);
            }

            @Override
            public boolean claim(String alertId, Instant at, Instant until) {
                return !published.contains(alertId);
            }

            @Override
            public void published(String alertId, Instant at) {
                published.add(alertId);
            }
        };
    }
}
