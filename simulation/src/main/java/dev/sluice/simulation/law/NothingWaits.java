package dev.sluice.simulation.law;

import java.util.List;

/** Nothing lies in a topic, a stream or a queue for ever. */
final class NothingWaits implements Law {

    @Override
    public String sentence() {
        return "nothing waits for ever";
    }

    @Override
    public List<String> broken(Run run) {
        return run.state().waiting().entrySet().stream()
                .filter(waiting -> waiting.getValue() > 0)
                .map(waiting -> waiting.getValue() + " " + waiting.getKey() + " are left")
                .toList();
    }
}
