package dev.sluice.integration.sandbox.report;

import java.util.List;

/**
 * The alarms.
 *
 * @param deployed how many were deployed
 * @param found what the tests of them found, a line each
 */
record AlarmsSection(long deployed, List<String> found) implements Section {

    @Override
    public String id() {
        return "alarms";
    }

    @Override
    public String title() {
        return "Alarms";
    }

    @Override
    public void body(Html html) {
        html.element(
                "p",
                Figures.of(deployed, "alarm")
                        + (deployed == 1 ? " was" : " were")
                        + " deployed"
                        + (found.isEmpty() ? "; none was tried." : "."),
                "class",
                "lead");
        if (!found.isEmpty()) {
            html.open("ul", "class", "lines");
            found.forEach(each -> html.element("li", each));
            html.close();
        }
    }
}
