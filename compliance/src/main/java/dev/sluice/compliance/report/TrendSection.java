package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.ScanSummary;

/** How many findings were open after each of the last scans. */
final class TrendSection implements Section {

    @Override
    public String id() {
        return "trend";
    }

    @Override
    public String title() {
        return "Trend";
    }

    @Override
    public void body(Html html, Report report) {
        var trend = report.trend();
        var sentence = sentence(report);
        html.element("p", sentence, "class", "soft");
        if (trend.size() > 1) {
            html.open("figure");
            TrendPicture.write(html, trend, sentence);
            html.open("figcaption");
            html.element("span", Words.minute(trend.getFirst().at()));
            html.open("span", "class", "legend");
            for (var severity : Report.SEVERITIES) {
                html.open("span").open("svg", "class", "key", "viewBox", "0 0 10 10", "aria-hidden", "true");
                html.mark(
                        "rect", "class", "bar " + Words.of(severity), "x", "1", "y", "1", "width", "8", "height", "8");
                html.close().text(" " + Words.plural(severity)).close();
            }
            html.close();
            html.element("span", Words.minute(trend.getLast().at()));
            html.close().close();
        }
        html.open("details")
                .element(
                        "summary",
                        trend.size() == 1 ? "This scan in numbers" : "The last " + trend.size() + " scans in numbers");
        table(html, report);
        html.close();
    }

    private static String sentence(Report report) {
        var trend = report.trend();
        if (trend.size() == 1) {
            return "This is the first scan that is known.";
        }
        var most = trend.stream().mapToInt(ScanSummary::openOfAll).max().orElse(0);
        return "Open findings over the last " + trend.size() + " scans, which began "
                + Words.lasting(trend.getFirst().at(), trend.getLast().at()) + " before this one: "
                + trend.getFirst().openOfAll() + " at first, " + most + " at most, "
                + trend.getLast().openOfAll() + " now.";
    }

    private static void table(Html html, Report report) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "The last scans");
        html.open("table").open("thead").open("tr");
        for (var heading : new String[] {
            "scan", "errors", "warnings", "notes", "new", "came back", "resolved", "suppressed", "not read", "resources"
        }) {
            html.element("th", heading, "scope", "col", "class", heading.equals("scan") ? "" : "n");
        }
        html.close().close().open("tbody");
        for (var scan : report.trend().reversed()) {
            html.open("tr").element("th", Words.minute(scan.at()), "scope", "row");
            for (var severity : Report.SEVERITIES) {
                number(html, scan.open(severity));
            }
            number(html, scan.fresh());
            number(html, scan.returned());
            number(html, scan.resolved());
            number(html, scan.suppressed());
            number(html, scan.notRead());
            number(html, scan.resources());
            html.close();
        }
        html.close().close().close();
    }

    private static void number(Html html, int number) {
        html.element("td", Integer.toString(number), "class", "n");
    }
}
