package dev.sluice.simulation.law;

import java.util.List;

/** What was looked at while the run went on: acknowledgements, and what a history was read as of. */
final class NothingIsSeenBroken implements Law {

    @Override
    public String sentence() {
        return "nothing is acknowledged before it is in the file, no history is read that lacks something stored";
    }

    @Override
    public List<String> broken(Run run) {
        return run.world().journal().broken();
    }
}
