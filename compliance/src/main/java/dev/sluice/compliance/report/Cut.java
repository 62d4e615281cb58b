package dev.sluice.compliance.report;

/** Says what was left out: nothing is left out silently. */
final class Cut {

    private Cut() {}

    static void tell(Html html, int all, int most) {
        if (all > most) {
            html.element(
                    "p",
                    "Left out here: " + (all - most) + " more of " + all + ". The report for programs has them.",
                    "class",
                    "cut");
        }
    }
}
