package dev.sluice.compliance.report;

import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.proposal.Proposal;
import dev.sluice.compliance.proposal.RepairKind;

/** What the remediator would do about a finding. */
final class Repairing {

    private Repairing() {}

    static void write(Html html, Tracked tracked) {
        html.open("p", "class", "repair");
        html.element("b", "Repair: ");
        switch (tracked.proposal()) {
            case Proposal.Planned(var kind, var target, var before, var after) -> {
                html.text(
                        tracked.keepsComingBack()
                                ? "not made any more, since it came back " + tracked.returns()
                                        + " times: find out what undoes it. It would be: "
                                : "the remediator can make it: ");
                html.text(said(kind) + " (" + target + "), ");
                html.element("del", before).text(" → ").element("ins", after).text(".");
            }
            case Proposal.Refused(var kind, var reason) -> html.text("refused (" + said(kind) + "): " + reason);
            case Proposal.ByHand() -> html.text("by hand.");
        }
        html.close();
    }

    static String said(RepairKind kind) {
        return switch (kind) {
            case LOG_RETENTION -> "keep the log for the stated days";
            case PUBLIC_ACCESS_BLOCK -> "refuse every public access";
            case DEAD_LETTER_RETENTION -> "keep dead letters for the stated days";
            case POINT_IN_TIME_RECOVERY -> "switch point-in-time recovery on";
            case TRACING -> "switch tracing on";
            case TAGS -> "set the tags of the environment";
            case TOPIC_ENCRYPTION -> "encrypt the topic with the environment's key";
        };
    }
}
