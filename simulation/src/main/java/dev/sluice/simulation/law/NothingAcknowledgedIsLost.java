package dev.sluice.simulation.law;

import dev.sluice.domain.enrichment.Fingerprint;
import dev.sluice.simulation.world.Try;
import java.util.ArrayList;
import java.util.List;

/** What a sender was told is accepted is stored with that content, or recorded as a conflict, or a dead letter. */
final class NothingAcknowledgedIsLost implements Law {

    @Override
    public String sentence() {
        return "for every 202 the transaction is stored, recorded as a conflict, or in a dead letter";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        for (var sent : run.world().journal().tries()) {
            if (!sent.isAccepted()) {
                continue;
            }
            if (sent.content().transaction().isEmpty()) {
                broken.add(sent + " was accepted and is no transaction");
            } else if (!isKept(sent, run.state())) {
                broken.add(sent + " was accepted and is nowhere");
            }
        }
        return broken;
    }

    private static boolean isKept(Try sent, State state) {
        var fingerprint = Fingerprint.of(sent.content().transaction().orElseThrow());
        return state.find(sent.content().identity())
                        .filter(s -> s.enriched().fingerprint().equals(fingerprint))
                        .isPresent()
                || state.conflicts().stream()
                        .anyMatch(c -> c.identity().equals(sent.content().identity())
                                && c.fingerprint().equals(fingerprint)
                                && sent.receivedAt()
                                        .filter(c.receivedAt()::equals)
                                        .isPresent())
                || state.letters().stream().anyMatch(letter -> letter.mentions(sent.correlationId()));
    }
}
