package dev.sluice.compliance.remediating;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why something was repaired or not, as sentences for people. */
final class Reasons {

    private Reasons() {}

    /** What a decision comes to. */
    record Reason(Outcome outcome, String said) {}

    /** Of a decision; empty where the repair is made, which is told by what comes of it. */
    static Optional<Reason> of(Decision decision, Planned planned, Norm norm) {
        return switch (decision) {
            case Decision.Repair ignored -> Optional.empty();
            case Decision.DryRun ignored ->
                reason(Outcome.WOULD_REPAIR, "repairs are only told: it would become " + planned.after());
            case Decision.AlreadySo ignored -> reason(Outcome.ALREADY_SO, "it is " + planned.after() + " already");
            case Decision.NotOurs(var lacking) -> reason(Outcome.NOT_OURS, notOurs(lacking, norm));
            case Decision.ComesBack(var returns) ->
                reason(
                        Outcome.COMES_BACK,
                        "it came back " + returns
                                + " times: somebody or something changes it, and is to be found before it "
                                + "is repaired by hand");
            case Decision.ChangedMeanwhile(var now) ->
                reason(
                        Outcome.CHANGED_MEANWHILE,
                        now.map(value -> "it is " + value + " now, and was " + planned.before()
                                        + " when the repair was planned; the next scan decides anew")
                                .orElse("there is no such resource any more"));
            case Decision.Hindered(var why) -> reason(Outcome.REFUSED, why);
        };
    }

    private static Optional<Reason> reason(Outcome outcome, String said) {
        return Optional.of(new Reason(outcome, said));
    }

    private static String notOurs(List<String> lacking, Norm norm) {
        return lacking.stream()
                .map(tag -> tag + "=" + norm.tags().get(tag))
                .collect(Collectors.joining(" and ", "it does not bear ", ": it is not this environment's to change"));
    }
}
