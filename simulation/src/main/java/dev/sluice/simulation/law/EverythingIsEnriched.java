package dev.sluice.simulation.law;

import java.util.ArrayList;
import java.util.List;

/** A stored transaction is assessed, and has the status that its assessment gives it, unless it is in a dead letter. */
final class EverythingIsEnriched implements Law {

    @Override
    public String sentence() {
        return "every stored transaction that is in no dead letter is enriched, and a flagged one is told of";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        for (var stored : run.state().stored()) {
            var right = stored.assessment()
                    .map(assessment -> assessment.risk().flagged())
                    .map(flagged -> flagged
                            ? stored.status().equals("NOTIFIED")
                                    || (stored.status().equals("FLAGGED") && isGivenUpOn(stored, run))
                            : stored.status().equals("ENRICHED"))
                    .orElseGet(() -> stored.status().equals("RECEIVED")
                            && run.state().letters().stream().anyMatch(letter -> letter.isOfRow(stored.row())));
            if (!right) {
                broken.add(stored + " is left as " + stored.status());
            }
        }
        return broken;
    }

    /** Whether what should have told of it is a dead letter. */
    private static boolean isGivenUpOn(Stored stored, Run run) {
        return run.state().letters().stream()
                .anyMatch(letter -> letter.isOfRow(stored.row())
                        || (letter.function().equals("notifier")
                                && letter.mentions(stored.identity().id())));
    }
}
