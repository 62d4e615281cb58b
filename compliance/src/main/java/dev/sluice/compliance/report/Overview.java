package dev.sluice.compliance.report;

import dev.sluice.compliance.rule.Rules;

/** The head of the page: what somebody wants to know who reads no further. */
final class Overview {

    private Overview() {}

    static void write(Html html, Report report) {
        var scan = report.scan();
        var summary = report.summary();
        html.open("header", "class", report.isClean() ? "good" : "bad");
        html.element(
                "p",
                "Sluice compliance, environment " + scan.environment() + ", " + Words.of(scan.origin()),
                "class",
                "over");
        html.element("h1", Verdict.of(summary));
        html.open("p", "class", "soft").text("Scanned ");
        html.element("time", Words.minute(scan.at()), "datetime", scan.at().toString());
        html.text(". " + Words.counted(summary.resources(), "resource was", "resources were") + " held against "
                + Words.counted(Rules.ALL.size(), "rule", "rules") + ".");
        html.close();
        html.open("dl", "class", "counts");
        for (var severity : Report.SEVERITIES) {
            html.open("div", "class", summary.open(severity) > 0 ? Words.of(severity) : "none");
            html.open("dt");
            Signs.write(html, severity);
            html.text(" " + Words.plural(severity)).close();
            html.element("dd", Integer.toString(summary.open(severity))).close();
        }
        count(html, "cannot be told", summary.cannotTell());
        count(html, "suppressed", summary.suppressed());
        count(html, "not read", summary.notRead());
        count(html, "resources", summary.resources());
        html.close();
        html.close();
    }

    private static void count(Html html, String what, int count) {
        html.open("div")
                .element("dt", what)
                .element("dd", Integer.toString(count))
                .close();
    }
}
