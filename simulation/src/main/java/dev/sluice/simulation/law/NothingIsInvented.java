package dev.sluice.simulation.law;

import dev.sluice.domain.enrichment.Fingerprint;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.simulation.world.Try;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Only what somebody sent is stored or recorded, as it was sent, and each identity once. */
final class NothingIsInvented implements Law {

    @Override
    public String sentence() {
        return "nothing is stored or recorded that was not sent, and each identity is stored once";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        var tries = run.world().journal().tries();
        var identities = new HashSet<String>();
        for (var stored : run.state().stored()) {
            if (!identities.add(stored.toString())) {
                broken.add(stored + " is stored twice");
            }
            if (tries.stream().noneMatch(sent -> says(sent, stored.correlationId(), stored.transaction()))) {
                broken.add(stored + " is stored as nobody sent it: " + stored.transaction());
            }
        }
        for (var conflict : run.state().conflicts()) {
            var sent = tries.stream()
                    .filter(t -> t.correlationId().equals(conflict.correlationId()))
                    .flatMap(t -> t.content().transaction().stream())
                    .anyMatch(t -> t.identity().equals(conflict.identity())
                            && Fingerprint.of(t).equals(conflict.fingerprint()));
            if (!sent) {
                broken.add(conflict + " is recorded and nobody sent it");
            }
            if (run.state()
                    .find(conflict.identity())
                    .filter(s -> !s.enriched().fingerprint().equals(conflict.fingerprint()))
                    .isEmpty()) {
                broken.add(conflict + " is recorded and conflicts with nothing");
            }
        }
        return broken;
    }

    private static boolean says(Try sent, String correlationId, Transaction transaction) {
        return sent.correlationId().equals(correlationId)
                && sent.content().transaction().filter(transaction::equals).isPresent();
    }
}
