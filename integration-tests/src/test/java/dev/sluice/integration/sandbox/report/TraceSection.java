package dev.sluice.integration.sandbox.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One transaction's journey as a waterfall. */
record TraceSection(Optional<Trace> trace, Flow flow, Numbered numbers) implements Section {

    @Override
    public String id() {
        return "trace";
    }

    @Override
    public String title() {
        return "One transaction, through every hop";
    }

    @Override
    public void body(Html html) {
        if (trace.isEmpty()) {
            html.element("p", "No transaction was followed.", "class", "none");
            return;
        }
        var shown = trace.get();
        html.open("p", "class", "lead");
        html.text("The transaction ");
        html.element("code", shown.transaction());
        html.text(
                " made the most hops without losing one, in "
                        + Figures.of(shown.took())
                        + " (test "
                        + numbers.of(List.of(shown.test()))
                        + "). Bars are invocations, their pale part the start of a process; strokes are arrivals elsewhere. On the right: how long, and since the start.");
        html.close();
        html.open("ol", "class", "trace");
        shown.steps().forEach(step -> row(html, step, shown.took()));
        html.close();
    }

    private void row(Html html, Trace.Step step, Duration whole) {
        var way = flow.way(step.passed());
        html.open("li");
        html.open("span", "class", "what")
                .text(way.from())
                .element("span", " → ", "class", "to")
                .text(way.to())
                .close();
        html.open("span", "class", "lane");
        switch (step) {
            case Trace.Step.Hop hop -> {
                part(html, "arrival", hop.at(), hop.at(), whole);
                html.close();
                html.element("span", "", "class", "n");
            }
            case Trace.Step.Invocation invocation -> {
                var warm = invocation.from().plus(invocation.cold());
                if (invocation.cold().isPositive()) {
                    part(html, "start", invocation.from(), warm, whole);
                }
                part(html, "work", warm, invocation.to(), whole);
                html.close();
                html.element("span", Figures.of(invocation.to().minus(invocation.from())), "class", "n");
            }
        }
        html.element("span", "+" + Figures.of(step.from()), "class", "n at");
        html.close();
    }

    private static void part(Html html, String look, Duration from, Duration to, Duration whole) {
        html.element(
                "i",
                "",
                "class",
                look,
                "style",
                String.format(
                        Locale.ROOT, "left:%.2f%%;width:%.2f%%", percent(from, whole), percent(to.minus(from), whole)));
    }

    private static double percent(Duration part, Duration whole) {
        return whole.isZero() ? 0 : 100.0 * part.toNanos() / whole.toNanos();
    }
}
