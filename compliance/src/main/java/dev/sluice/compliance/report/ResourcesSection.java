package dev.sluice.compliance.report;

/** What was looked at, by type. */
final class ResourcesSection implements Section {

    @Override
    public String id() {
        return "resources";
    }

    @Override
    public String title() {
        return "Looked at";
    }

    @Override
    public void body(Html html, Report report) {
        var types = report.scan().resources();
        if (types.isEmpty()) {
            html.element("p", "There was nothing to look at.", "class", "soft");
            return;
        }
        html.open("ul", "class", "types");
        types.forEach((type, count) -> {
            html.open("li").element("b", Integer.toString(count)).text(" ").element("code", type);
            html.close();
        });
        html.close();
    }
}
