package dev.sluice.compliance.report;

/** What could not be read. */
final class UnreadSection implements Section {

    private static final int MOST = 200;

    @Override
    public String id() {
        return "unread";
    }

    @Override
    public String title() {
        return "Not read";
    }

    @Override
    public void body(Html html, Report report) {
        var all = report.scan().unreadable();
        if (all.isEmpty()) {
            html.element("p", "All of it could be read.", "class", "soft");
            return;
        }
        html.element(
                "p",
                "What nobody has read nobody has checked: findings about these are neither new nor resolved.",
                "class",
                "soft");
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.element("th", "where", "scope", "col").element("th", "why", "scope", "col");
        html.close().close().open("tbody");
        for (var one : all.subList(0, Math.min(MOST, all.size()))) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .element("code", one.place().toString());
            html.close().element("td", one.why()).close();
        }
        html.close().close().close();
        Cut.tell(html, all.size(), MOST);
    }
}
