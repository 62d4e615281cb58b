package dev.sluice.simulation.law;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Each assessment is that of brute force over the first transactions of its account, as many as it says it saw.
 *
 * <p>What a refund undoes may be of another account: there, any moment is right at which the account had that many.
 */
final class AssessmentsAreExact implements Law {

    @Override
    public String sentence() {
        return "every assessment equals brute force over what was stored at its moment";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        for (var stored : run.state().stored()) {
            if (stored.assessment().isPresent()) {
                check(stored, stored.assessment().get(), run, broken);
            }
        }
        return broken;
    }

    private static void check(Stored stored, Assessment assessment, Run run, List<String> broken) {
        var account = run.state().ofAccount(stored.account());
        var seen = assessment.context().asOf().transactions();
        if (seen < stored.number() || seen > account.size()) {
            broken.add(stored + " is number " + stored.number() + " of " + account.size() + " and was assessed as of "
                    + seen);
            return;
        }
        var first = State.transactions(account.subList(0, (int) seen));
        var from = account.get((int) seen - 1).row();
        var until = seen == account.size()
                ? run.state().stored().getLast().row()
                : account.get((int) seen).row() - 1;
        var right = LongStream.rangeClosed(from, until).anyMatch(moment -> {
            var everything = run.state().stored().stream()
                    .filter(s -> s.row() <= moment)
                    .map(Stored::transaction)
                    .toList();
            var context = ContextualEnrichment.of(
                    stored.transaction(),
                    BruteForceHistory.of(
                            stored.transaction(),
                            first,
                            everything,
                            assessment.context().asOf().at()));
            return context.equals(assessment.context())
                    && RiskAssessment.of(
                                    stored.transaction(),
                                    stored.enriched().reference(),
                                    context,
                                    run.world().plan().policy())
                            .equals(assessment.risk());
        });
        if (!right) {
            broken.add(stored + " was assessed as " + assessment + ", which is not what its first " + seen + " say");
        }
    }
}
