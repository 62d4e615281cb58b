package dev.sluice.integration.sandbox.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The functions as their host saw them, and the hops between. */
record TimingsSection(List<Timings.Seen> functions, List<Timings.Hop> hops) implements Section {

    private static final String NONE = "–";

    @Override
    public String id() {
        return "timings";
    }

    @Override
    public String title() {
        return "Functions and hops";
    }

    @Override
    public void body(Html html) {
        html.element(
                "p",
                "As the host saw them on the machine that ran the suite: they compare functions with each other, and are"
                        + " not what AWS would take. Warm times are those of answers that did not fail. Each stroke is an"
                        + " answer, each ring the start of a process, from 1 ms to 10 s.",
                "class",
                "lead");
        Table.begin(
                html,
                "Function",
                "#Invoked",
                "#Failed",
                "#Starts",
                "#Cold median",
                "#Cold min–max",
                "#Warm median",
                "#Warm p95",
                "1 ms to 10 s");
        functions.forEach(function -> row(html, function));
        Table.end(html);
        html.element("h3", "Hops");
        if (hops.isEmpty()) {
            html.element("p", "Nothing passed.", "class", "none");
            return;
        }
        html.element("p", "The times are since the same transaction's hop before.", "class", "lead");
        Table.begin(html, "From", "To", "#Arrived", "#Lost", "#Median", "#p95");
        hops.forEach(hop -> row(html, hop));
        Table.end(html);
    }

    private static void row(Html html, Timings.Seen seen) {
        html.open("tr");
        html.element("th", seen.function(), "scope", "row");
        Table.number(html, Figures.of(seen.invocations()));
        failures(html, seen.failures());
        Table.number(html, said(seen.cold(), spread -> Figures.of(spread.count())));
        Table.number(html, said(seen.cold(), spread -> Figures.of(spread.median())));
        Table.number(html, said(seen.cold(), TimingsSection::range));
        Table.number(html, said(seen.warm(), spread -> Figures.of(spread.median())));
        Table.number(html, said(seen.warm(), spread -> Figures.of(spread.p95())));
        html.open("td", "class", "strip");
        new Strip(seen.warm(), seen.cold()).write(html);
        html.close().close();
    }

    private static void row(Html html, Timings.Hop hop) {
        html.open("tr");
        html.element("td", hop.from());
        html.element("td", hop.to());
        Table.number(html, Figures.of(hop.arrived()));
        failures(html, hop.lost());
        Table.number(html, said(hop.since(), spread -> Figures.of(spread.median())));
        Table.number(html, said(hop.since(), spread -> Figures.of(spread.p95())));
        html.close();
    }

    private static void failures(Html html, int count) {
        html.element("td", Figures.of(count), "class", count == 0 ? "n" : "n warn");
    }

    private static String range(Spread spread) {
        return spread.count() == 1 ? NONE : Figures.of(spread.min()) + "–" + Figures.of(spread.max());
    }

    private static String said(Optional<Spread> spread, Function<Spread, String> what) {
        return spread.map(what).orElse(NONE);
    }
}
