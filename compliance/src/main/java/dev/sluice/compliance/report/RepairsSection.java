package dev.sluice.compliance.report;

import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Outcome;
import dev.sluice.compliance.repair.Repair;

/** What came of the latest requests to repair: what was, what became of it, and when. */
final class RepairsSection implements Section {

    @Override
    public String id() {
        return "repairs";
    }

    @Override
    public String title() {
        return "Repairs";
    }

    @Override
    public boolean isTold(Report report) {
        return !report.repairs().isEmpty();
    }

    @Override
    public void body(Html html, Report report) {
        html.element("p", "What the remediator did about the latest requests, newest first.", "class", "soft");
        html.open("ul", "class", "plain");
        report.repairs().forEach(repair -> repair(html, repair));
        html.close();
    }

    private static void repair(Html html, Repair repair) {
        html.open("li")
                .open("p", "class", "resource")
                .element("code", repair.finding().resource());
        html.text(" ").element("span", said(repair.outcome()), "class", isChange(repair) ? "badge news" : "badge");
        html.close();
        repair.planned().ifPresent(planned -> {
            html.open("p", "class", "repair").text(Repairing.said(planned.kind()) + " (" + planned.target() + "): ");
            html.element("del", planned.before())
                    .text(" → ")
                    .element("ins", planned.after())
                    .text(".")
                    .close();
        });
        html.element("p", repair.said());
        html.open("p", "class", "soft");
        html.element("time", Words.minute(repair.at()), "datetime", repair.at().toString());
        html.text(
                switch (repair.mode()) {
                    case DRY_RUN -> ", dry run: nothing is changed (";
                    case APPLY -> ", to be made (";
                });
        html.element("code", repair.finding().rule()).text(").").close();
        html.close();
    }

    private static boolean isChange(Repair repair) {
        return repair.mode() == Mode.APPLY && repair.outcome() == Outcome.REPAIRED;
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case BEGUN -> "begun";
            case REPAIRED -> "repaired";
            case WOULD_REPAIR -> "would be repaired";
            case ALREADY_SO -> "was so already";
            case CHANGED_MEANWHILE -> "changed meanwhile";
            case NOT_OURS -> "not ours";
            case COMES_BACK -> "keeps coming back";
            case REFUSED -> "refused";
            case BY_HAND -> "by hand";
            case NOT_OPEN -> "resolved already";
            case NOT_KNOWN -> "not known";
            case NOT_SEEN -> "does not show";
        };
    }
}
