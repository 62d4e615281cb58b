package dev.sluice.compliance.report;

import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.suppress.Suppressed;
import java.util.List;

/** What somebody decided to live with, and what is to be said of such decisions. */
final class SuppressedSection implements Section {

    private static final int MOST = 200;

    @Override
    public String id() {
        return "suppressed";
    }

    @Override
    public String title() {
        return "Suppressed";
    }

    @Override
    public void body(Html html, Report report) {
        var judged = report.scan().judged();
        notices(html, judged.notices());
        var all = List.copyOf(judged.suppressed().values());
        if (all.isEmpty()) {
            html.element("p", "Nothing is suppressed.", "class", "soft");
            return;
        }
        html.open("ul", "class", "plain");
        all.subList(0, Math.min(MOST, all.size())).forEach(one -> suppressed(html, one));
        html.close();
        Cut.tell(html, all.size(), MOST);
    }

    private static void notices(Html html, List<Finding> notices) {
        if (notices.isEmpty()) {
            return;
        }
        html.element("h3", "To be looked at");
        html.open("ul", "class", "plain");
        for (var notice : notices.subList(0, Math.min(MOST, notices.size()))) {
            html.open("li").open("p", "class", "resource").element("code", notice.resource());
            html.close();
            html.element("p", notice.verdict().said());
            html.element("p", notice.rule().remedy(), "class", "soft").close();
        }
        html.close();
        Cut.tell(html, notices.size(), MOST);
        html.element("h3", "In force");
    }

    private static void suppressed(Html html, Suppressed one) {
        var finding = one.finding();
        html.open("li").open("p", "class", "resource");
        Signs.withWord(html, finding.rule().severity());
        html.text(" ").element("code", finding.resource()).close();
        html.open("p").text(finding.rule().title() + ": " + finding.verdict().said() + " (");
        html.element("code", finding.rule().id()).text(")").close();
        html.open("p").element("b", "Until ");
        html.element("time", one.suppression().until().toString());
        html.text(": " + one.suppression().reason()).close();
        html.close();
    }
}
