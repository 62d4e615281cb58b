package dev.sluice.cli.scan;

import dev.sluice.cli.guard.SeverityName;
import dev.sluice.cli.text.Printable;
import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.report.Report;
import dev.sluice.compliance.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * A scan as a terminal shows it: the sentence that counts, what is other than the last time, and where the rest lies.
 *
 * @param ansi whether its reader's terminal knows colours
 */
public record ScanView(Ansi ansi) {

    /** More than fits a screen; the page has them all. */
    private static final int MOST = 20;

    private static final int LONGEST = 110;

    /** The view of a scan whose report lies there. */
    public String of(Report report, ScanFolder folder) {
        var scan = report.scan();
        var summary = report.summary();
        var lines = new ArrayList<String>();
        lines.add(Printable.of(scan.environment()) + ", " + read(report) + ": " + summary.resources()
                + (summary.resources() == 1 ? " resource." : " resources."));
        lines.add(ansi.string(report.isClean() ? "@|green " + Verdict.of(summary) + "|@" : Verdict.of(summary)));
        changes(lines, "came back", scan.of(Course.RETURNED));
        changes(lines, "new", scan.of(Course.NEW));
        changes(lines, "resolved", scan.of(Course.RESOLVED));
        scan.unreadable().stream()
                .limit(MOST)
                .forEach(one -> lines.add("  not read   " + Printable.of(one.place() + ": " + one.why(), LONGEST)));
        scan.judged().notices().stream()
                .limit(MOST)
                .forEach(one -> lines.add(
                        "  suppression   " + Printable.of(one.verdict().said(), LONGEST)));
        lines.add(summary.cannotTell() + " cannot be told, " + summary.suppressed() + " suppressed, " + planned(report)
                + " could be repaired by the remediator.");
        lines.add("Report: " + folder.page());
        return String.join(System.lineSeparator(), lines);
    }

    private static String read(Report report) {
        return switch (report.scan().origin()) {
            case LIVE -> "as it is deployed";
            case STATE -> "as Terraform remembers it";
            case PLAN -> "as it is planned";
            case CONFIGURATION -> "as it is written";
        };
    }

    private void changes(List<String> lines, String course, List<Tracked> findings) {
        findings.stream()
                .limit(MOST)
                .forEach(one -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-9s  %s %s",
                        course,
                        signed(one),
                        Printable.of(one.key().rule() + " at " + one.key().resource(), LONGEST))));
        if (findings.size() > MOST) {
            lines.add("  and " + (findings.size() - MOST) + " more that "
                    + (course.equals("came back") ? course : "are " + course));
        }
    }

    private String signed(Tracked one) {
        var name = String.format(Locale.ROOT, "%-7s", SeverityName.name(one.severity()));
        return switch (one.severity()) {
            case ERROR -> ansi.string("@|red " + name + "|@");
            case WARNING -> ansi.string("@|yellow " + name + "|@");
            case NOTE -> name;
        };
    }

    private static long planned(Report report) {
        return report.scan().followed().stream()
                .filter(one -> one.course().isOpen() && one.tracked().proposal() instanceof Proposal.Planned)
                .count();
    }
}
