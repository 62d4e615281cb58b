package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.Course;
import dev.sluice.compliance.finding.Tracked;
import java.util.List;

/** What this scan found other than the one before. */
final class ChangesSection implements Section {

    /** What is new in an environment that is scanned for the first time is all there is; it is told below. */
    private static final int MOST = 100;

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return "What changed";
    }

    @Override
    public void body(Html html, Report report) {
        var scan = report.scan();
        list(html, report, "New", "Nothing is new.", scan.of(Course.NEW));
        list(html, report, "Came back", "Nothing came back.", scan.of(Course.RETURNED));
        list(html, report, "Resolved", "Nothing was resolved.", report.resolved());
    }

    private static void list(Html html, Report report, String title, String none, List<Tracked> all) {
        if (all.isEmpty()) {
            html.element("p", none, "class", "soft");
            return;
        }
        html.element("h3", title + " (" + all.size() + ")");
        html.open("ul", "class", "changes");
        for (var tracked : all.subList(0, Math.min(MOST, all.size()))) {
            html.open("li");
            Signs.withWord(html, tracked.severity());
            html.text(" ");
            if (tracked.isOpen()) {
                html.element(
                        "a",
                        tracked.title(),
                        "href",
                        "#" + FindingsSection.anchor(tracked.key().rule()));
            } else {
                html.text(tracked.title());
            }
            html.open("div").element("code", tracked.key().resource()).close();
            if (!tracked.isOpen()) {
                html.element(
                        "div",
                        "It was open for "
                                + Words.lasting(
                                        tracked.firstSeen(), report.scan().at()) + ".",
                        "class",
                        "soft");
            }
            html.close();
        }
        html.close();
        Cut.tell(html, all.size(), MOST);
    }
}
