package dev.sluice.compliance.scanning;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Metrics;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.port.RepairQueue;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.report.Report;
import dev.sluice.compliance.report.ReportHtml;
import dev.sluice.compliance.report.ReportJson;
import dev.sluice.compliance.telling.Telling;
import dev.sluice.guard.rule.Severity;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The scanner function: whatever calls it, a schedule or a person, the environment is looked at once.
 *
 * <p>What was found is kept before anybody is told, so that a scan that ends on the way leaves to the next one what it did not
 * tell. A scan that cannot be made fails, and is tried again by who called.
 */
public final class Scanner {

    /** Longer than a scan lives, however it ends; as long is an alert held by who publishes it. */
    public static final Duration LEASE = Compliance.SCANNER.timeout().plusSeconds(30);

    private final Watched watched;
    private final Kept kept;
    private final Telling telling;
    private final RepairQueue repairs;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Scanner(
            Watched watched,
            Kept kept,
            Telling telling,
            RepairQueue repairs,
            InstantSource clock,
            Telemetry telemetry) {
        this.watched = watched;
        this.kept = kept;
        this.telling = telling;
        this.repairs = repairs;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /**
     * Makes a scan.
     *
     * @param scan by what it is called, at most 100 characters: a retry of it is called the same
     * @param answer what came of it, as JSON in UTF-8
     * @throws IOException where the answer cannot be written
     * @throws Unavailable where something that a scan needs did not answer
     */
    public void scan(String scan, OutputStream answer) throws IOException {
        var line = telemetry.begin(Compliance.SCANNER.name(), clock.instant());
        try {
            answer.write(scanAlone(scan, line).json());
        } catch (RuntimeException e) {
            line.failed("not scanned", e);
            throw e;
        } finally {
            line.end(clock.instant());
        }
    }

    private ScanAnswer scanAlone(String scan, InvocationLine line) {
        var now = now();
        if (!kept.lease().take(scan, now, now.plus(LEASE))) {
            line.note("outcome", ScanAnswer.Busy.SAID);
            return new ScanAnswer.Busy();
        }
        try {
            return scanned(now, line);
        } finally {
            release(scan, line);
        }
    }

    private void release(String scan, InvocationLine line) {
        try {
            kept.lease().release(scan, now());
        } catch (Unavailable e) {
            // A scan that is made is made; the lease ends by itself.
            line.note("lease", "not given back");
        }
    }

    private ScanAnswer scanned(Instant now, InvocationLine line) {
        var scan = watched.look(kept.findings().findings(), now);
        scan.changed().forEach(kept.findings()::keep);
        var report = Report.of(
                scan, kept.scans().latest(ScanHistory.TREND), kept.repairs().latest(Report.MOST_REPAIRS));
        kept.reports().keep(now, ReportJson.of(report), ReportHtml.of(report));
        var told = telling.tell(scan);
        if (hasPlans(scan)) {
            repairs.request(now);
        }
        kept.scans().keep(report.summary());
        count(line, report.summary(), told);
        return new ScanAnswer.Scanned(report.summary(), told);
    }

    private static boolean hasPlans(Scan scan) {
        return scan.followed().stream()
                .anyMatch(one -> one.course().isFound() && one.tracked().proposal() instanceof Proposal.Planned);
    }

    private static void count(InvocationLine line, ScanSummary summary, Telling.Told told) {
        line.note("outcome", "scanned")
                .note("new", Integer.toString(summary.fresh()))
                .note("returned", Integer.toString(summary.returned()))
                .note("resolved", Integer.toString(summary.resolved()))
                .note("waiting", Integer.toString(told.waiting()))
                .count(Metrics.SCANS)
                .count(Metrics.FINDINGS_TOLD, told.published())
                .count(Metrics.OPEN_ERRORS, summary.open(Severity.ERROR))
                .count(Metrics.OPEN_WARNINGS, summary.open(Severity.WARNING))
                .count(Metrics.OPEN_NOTES, summary.open(Severity.NOTE))
                .count(Metrics.RESOURCES, summary.resources())
                .count(Metrics.NOT_READ, summary.notRead());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
