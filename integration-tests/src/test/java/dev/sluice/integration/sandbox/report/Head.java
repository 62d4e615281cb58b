package dev.sluice.integration.sandbox.report;

import java.util.List;

/** What one sees first: how it ended, where, when, and how long it took. */
final class Head {

    private Head() {}

    static void write(Html html, Run run, List<Granted> grants) {
        html.open("header", "class", isGood(run) ? "good" : "bad");
        html.element("p", "Sluice · sandbox suite", "class", "over");
        html.element("h1", verdict(run));
        html.element("p", run.target() + " · " + Figures.of(run.started()), "class", "lead");
        html.open("dl");
        figure(html, "passed", Figures.of(run.count(Shown::passed)));
        figure(html, "failed", Figures.of(run.count(Shown::failed)));
        figure(html, "skipped", Figures.of(run.count(Shown::skipped)));
        figure(html, "took", Figures.of(run.took()));
        figure(
                html,
                "grants used",
                Figures.of(grants.stream().filter(grant -> !grant.isUnused()).count())
                        + " of "
                        + Figures.of(grants.size()));
        html.close().close();
    }

    /** How it ended, in a few words. */
    static String verdict(Run run) {
        long failed = run.count(Shown::failed);
        if (failed > 0) {
            return failed + " of " + Figures.of(run.tests().size(), "test") + " failed";
        }
        return run.count(Shown::passed) == 0
                ? "No test passed"
                : Figures.of(run.count(Shown::passed), "test") + " passed";
    }

    private static boolean isGood(Run run) {
        return run.count(Shown::failed) == 0 && run.count(Shown::passed) > 0;
    }

    private static void figure(Html html, String what, String number) {
        html.open("div").element("dt", what).element("dd", number).close();
    }
}
