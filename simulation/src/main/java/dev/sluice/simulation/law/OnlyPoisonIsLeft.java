package dev.sluice.simulation.law;

import java.util.List;

/** After a redrive under no faults nothing is dead but what can never be done. */
final class OnlyPoisonIsLeft implements Law {

    @Override
    public String sentence() {
        return "once everything is healed and redriven, only poison is a dead letter";
    }

    @Override
    public List<String> broken(Run run) {
        return run.redriven()
                ? run.state().letters().stream()
                        .filter(letter -> !DeadLettersAreExplained.isPoison(letter, run))
                        .map(letter -> letter + " is left")
                        .toList()
                : List.of();
    }
}
