package dev.sluice.cli;

import dev.sluice.cli.replay.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A replay's summary as people read it. */
final class SummaryTable {

    private SummaryTable() {}

    static String of(Summary summary, Path report) {
        var lines = new ArrayList<String>();
        count(lines, "read", summary.read());
        count(lines, "accepted", summary.accepted());
        summary.rejected().forEach((code, count) -> count(lines, "rejected: " + code, count));
        count(lines, "stored", summary.stored());
        count(lines, "  flagged", summary.flagged());
        count(lines, "duplicates", summary.duplicates());
        count(lines, "dead-lettered", summary.deadLettered());
        if (summary.conflicts() > 0) {
            count(lines, "conflicts", summary.conflicts());
        }
        if (summary.unsettled() > 0) {
            count(lines, "not stored in time", summary.unsettled());
        }
        summary.totals().forEach((currency, sum) -> sum(lines, "total", currency, sum));
        summary.billed().forEach((currency, sum) -> sum(lines, "billed", currency, sum));
        lines.add(String.format(
                Locale.ROOT,
                "%-28s %14.1f s (%.0f rows/s)",
                "took",
                summary.seconds(),
                summary.read() / Math.max(summary.seconds(), 0.001)));
        if (!summary.rejected().isEmpty()) {
            lines.add("Every rejected row with its reasons: " + report.resolve("rejected.csv"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void count(List<String> lines, String what, long count) {
        lines.add(String.format(Locale.ROOT, "%-28s %,14d", what, count));
    }

    private static void sum(List<String> lines, String what, String currency, String sum) {
        lines.add(String.format(Locale.ROOT, "%-28s %14s %s", what, sum, currency));
    }
}
