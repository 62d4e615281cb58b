package dev.sluice.simulation.law;

import java.util.List;

/** Once everything is healed, everything is done in the end. */
final class ItComesToRest implements Law {

    @Override
    public String sentence() {
        return "a run comes to rest";
    }

    @Override
    public List<String> broken(Run run) {
        return run.world().scheduler().isExhausted()
                ? List.of("after " + run.world().scheduler().turns() + " turns it still went on")
                : List.of();
    }
}
