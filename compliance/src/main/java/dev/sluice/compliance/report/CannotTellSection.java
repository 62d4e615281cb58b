package dev.sluice.compliance.report;

import java.util.List;

/** What is neither right nor wrong. */
final class CannotTellSection implements Section {

    private static final int MOST = 200;

    @Override
    public String id() {
        return "cannot-tell";
    }

    @Override
    public String title() {
        return "Cannot be told";
    }

    @Override
    public void body(Html html, Report report) {
        var all = List.copyOf(report.scan().judged().cannotTell().values());
        if (all.isEmpty()) {
            html.element("p", "Every rule could answer.", "class", "soft");
            return;
        }
        html.element(
                "p",
                "These rules could not answer: what decides them is not known here. What was open before stays open.",
                "class",
                "soft");
        html.open("ul", "class", "plain");
        for (var finding : all.subList(0, Math.min(MOST, all.size()))) {
            html.open("li").open("p", "class", "resource").element("code", finding.resource());
            html.close();
            html.open("p").text(finding.rule().title() + "? ");
            html.text(finding.verdict().said()).text(" (");
            html.element("code", finding.rule().id()).text(")").close().close();
        }
        html.close();
        Cut.tell(html, all.size(), MOST);
    }
}
