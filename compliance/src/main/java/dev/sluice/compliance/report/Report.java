package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Followed;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.repair.Repair;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is told of a scan.
 *
 * @param scan what it found
 * @param trend the last scans in numbers, oldest first, this one at the end
 * @param repairs what came of the latest requests to repair, newest first; empty where nobody repairs
 */
public record Report(Scan scan, List<ScanSummary> trend, List<Repair> repairs) {

    /** How many of the latest repairs are told. */
    public static final int MOST_REPAIRS = 50;

    /** The worst first, as people and programs meet them. */
    static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE);

    private static final Comparator<Followed> ORDER = Comparator.comparing(
                    (Followed one) -> one.tracked().severity())
            .reversed()
            .thenComparing(one -> one.tracked().key());

    public Report {
        if (trend.isEmpty()) {
            throw new IllegalArgumentException("a trend has at least the scan itself");
        }
        trend = List.copyOf(trend.subList(Math.max(0, trend.size() - ScanHistory.TREND), trend.size()));
        repairs = List.copyOf(repairs.subList(0, Math.min(MOST_REPAIRS, repairs.size())));
    }

    /**
     * The report of a scan of what nobody repairs.
     *
     * @param earlier the scans before it, oldest first
     */
    public static Report of(Scan scan, List<ScanSummary> earlier) {
        return of(scan, earlier, List.of());
    }

    /**
     * The report of a scan.
     *
     * @param earlier the scans before it, oldest first
     * @param repairs what came of the latest requests to repair, newest first
     */
    public static Report of(Scan scan, List<ScanSummary> earlier, List<Repair> repairs) {
        return new Report(
                scan,
                Stream.concat(earlier.stream().filter(one -> one.at().isBefore(scan.at())), Stream.of(scan.summary()))
                        .toList(),
                repairs);
    }

    /** This scan in numbers. */
    public ScanSummary summary() {
        return trend.getLast();
    }

    /** Every finding that is open as far as one knows, the worst first, then in the order of their keys. */
    List<Followed> open() {
        return scan.followed().stream()
                .filter(one -> one.course().isOpen())
                .sorted(ORDER)
                .toList();
    }

    /** Where a finding that this scan found is written; empty where its source has no lines. */
    Optional<Place> place(Tracked tracked) {
        return Optional.ofNullable(scan.judged().broken().get(tracked.key()))
                .map(Finding::place)
                .filter(place -> place.line() > 0);
    }

    /** The findings that this scan found to be so no more. */
    List<Tracked> resolved() {
        return scan.of(Course.RESOLVED);
    }

    /** Whether nothing is open and all of it could be read: what nobody has read nobody has checked. */
    public boolean isClean() {
        return summary().openOfAll() == 0 && summary().notRead() == 0;
    }
}
