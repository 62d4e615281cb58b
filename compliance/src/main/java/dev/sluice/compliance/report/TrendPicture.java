package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.ScanSummary;
import java.util.List;

/**
 * A bar for each scan, errors at its foot. The picture is stretched to the width there is, so no letters are in it; severities
 * differ by how they are filled as well as by colour.
 */
final class TrendPicture {

    /** With few scans, bars stand at the right, where new ones come in. */
    private static final int FEWEST_PLACES = 14;

    private static final int PLACE = 10;
    private static final int BAR = 8;
    private static final int HEIGHT = 100;

    private TrendPicture() {}

    static void write(Html html, List<ScanSummary> trend, String said) {
        int places = Math.max(FEWEST_PLACES, trend.size());
        int most = Math.max(
                1, trend.stream().mapToInt(ScanSummary::openOfAll).max().orElse(1));
        html.open("div", "class", "plot");
        html.element("span", Integer.toString(most), "class", "most", "aria-hidden", "true");
        html.open(
                "svg",
                "class",
                "trend",
                "role",
                "img",
                "aria-label",
                said,
                "viewBox",
                "0 0 " + places * PLACE + " " + HEIGHT,
                "preserveAspectRatio",
                "none");
        html.open("defs")
                .open(
                        "pattern",
                        "id",
                        "hatch",
                        "width",
                        "4",
                        "height",
                        "4",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)");
        html.mark("rect", "class", "hatch", "width", "2.4", "height", "4")
                .close()
                .close();
        for (int i = 0; i < trend.size(); i++) {
            bar(html, trend.get(i), (places - trend.size() + i) * PLACE, most);
        }
        html.close().close();
    }

    private static void bar(Html html, ScanSummary scan, int left, int most) {
        int below = 0;
        for (var severity : Report.SEVERITIES) {
            int count = scan.open(severity);
            if (count > 0) {
                html.mark(
                        "rect",
                        "class",
                        "bar " + Words.of(severity),
                        "x",
                        Integer.toString(left + (PLACE - BAR) / 2),
                        "y",
                        height(most - below - count, most),
                        "width",
                        Integer.toString(BAR),
                        "height",
                        height(count, most));
            }
            below += count;
        }
    }

    /** In hundredths of the height, exactly: rounded parts would not meet. */
    private static String height(int count, int most) {
        return Double.toString(Math.round(10_000.0 * count / most) / 100.0);
    }
}
