package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.ScanSummary;
import java.util.ArrayList;
import java.util.List;

/** A scan in one sentence. */
public final class Verdict {

    private Verdict() {}

    /** What somebody wants to know who reads no further. */
    public static String of(ScanSummary scan) {
        var unread = scan.notRead() == 0
                ? ""
                : "; " + Words.counted(scan.notRead(), "part", "parts") + " of the environment could not be read";
        return scan.openOfAll() == 0
                ? "Nothing is found wrong" + unread + "."
                : open(scan) + (scan.openOfAll() == 1 ? " is open" : " are open") + " (" + news(scan) + ")" + unread
                        + ".";
    }

    /** How many findings of each severity there are. */
    static String open(ScanSummary scan) {
        var counts = new ArrayList<String>();
        for (var severity : Report.SEVERITIES) {
            if (scan.open(severity) > 0) {
                counts.add(Words.counted(scan.open(severity), Words.of(severity), Words.plural(severity)));
            }
        }
        return listed(counts);
    }

    private static String news(ScanSummary scan) {
        var news = new ArrayList<String>();
        if (scan.fresh() > 0) {
            news.add(scan.fresh() + " new");
        }
        if (scan.returned() > 0) {
            news.add(scan.returned() + " came back");
        }
        return news.isEmpty() ? "none of it new" : String.join(", ", news);
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
