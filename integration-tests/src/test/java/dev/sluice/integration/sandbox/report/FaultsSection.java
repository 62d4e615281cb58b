package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The faults that were answered in AWS's place, and the waits that were left out. */
record FaultsSection(Journal journal, Numbered numbers) implements Section {

    @Override
    public String id() {
        return "faults";
    }

    @Override
    public String title() {
        return "Faults and waits";
    }

    @Override
    public void body(Html html) {
        html.element("h3", "Faults that were put in");
        faults(html);
        html.element("h3", "Waits that were left out");
        waits(html);
    }

    private void faults(Html html) {
        var faults = new LinkedHashMap<Event.Faulted, List<String>>();
        for (var entry : journal.entries()) {
            if (entry.event() instanceof Event.Faulted fault) {
                faults.computeIfAbsent(fault, each -> new ArrayList<>()).add(entry.test());
            }
        }
        if (faults.isEmpty()) {
            html.element("p", "None.", "class", "none");
            return;
        }
        Table.begin(html, "Caller", "Call", "Answered", "#Times", "Tests");
        faults.forEach((fault, tests) -> {
            html.open("tr");
            html.element("td", fault.caller());
            Table.code(html, fault.action());
            html.element("td", fault.fault());
            Table.number(html, Figures.of(tests.size()));
            html.element("td", numbers.of(tests));
            html.close();
        });
        Table.end(html);
    }

    private void waits(Html html) {
        var waits = new LinkedHashMap<String, List<Duration>>();
        journal.of(Event.Skipped.class)
                .forEach(wait -> waits.computeIfAbsent(wait.what(), what -> new ArrayList<>())
                        .add(wait.time()));
        if (waits.isEmpty()) {
            html.element("p", "None.", "class", "none");
            return;
        }
        Table.begin(html, "What for", "#Times", "#Left out");
        waits.forEach((what, times) -> {
            html.open("tr");
            html.element("td", what);
            Table.number(html, Figures.of(times.size()));
            Table.number(html, Figures.of(times.stream().reduce(Duration.ZERO, Duration::plus)));
            html.close();
        });
        Table.end(html);
    }
}
