package dev.sluice.integration.sandbox.report;

import java.util.Comparator;
import java.util.List;

/** What each test showed: those first that failed, then those that were not run. */
record ShownSection(List<Shown> tests, Numbered numbers) implements Section {

    @Override
    public String id() {
        return "tests";
    }

    @Override
    public String title() {
        return "What each test showed";
    }

    @Override
    public void body(Html html) {
        if (tests.isEmpty()) {
            html.element("p", "No test was run.", "class", "none");
            return;
        }
        Table.begin(html, "#No.", "Result", "What it shows", "#Time");
        tests.stream()
                .sorted(Comparator.comparing(Shown::failed)
                        .thenComparing(Shown::skipped)
                        .reversed()
                        .thenComparingInt(numbers::of))
                .forEach(test -> row(html, test));
        Table.end(html);
    }

    private void row(Html html, Shown test) {
        var number = Integer.toString(numbers.of(test));
        html.open("tr", "id", "t" + number);
        Table.number(html, number);
        switch (test.outcome()) {
            case Shown.Outcome.Passed() -> {
                html.open("td").element("span", "passed", "class", "good").close();
                what(html, test);
                html.close();
            }
            case Shown.Outcome.Failed(var why) -> {
                html.open("td").element("span", "failed", "class", "bad").close();
                what(html, test);
                html.element("pre", why).close();
            }
            case Shown.Outcome.Skipped(var why) -> {
                html.open("td").element("span", "skipped", "class", "warn").close();
                what(html, test);
                html.element("div", why, "class", "said").close();
            }
        }
        Table.number(html, Figures.of(test.took()));
        html.close();
    }

    private static void what(Html html, Shown test) {
        html.open("td").text(test.what()).element("div", test.name(), "class", "said");
    }
}
