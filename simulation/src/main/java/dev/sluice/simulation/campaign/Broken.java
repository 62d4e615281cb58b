package dev.sluice.simulation.campaign;

import dev.sluice.simulation.law.Law;

/** That a law was broken, and where. */
public record Broken(Law law, String where) {

    @Override
    public String toString() {
        return law.sentence() + ": " + where;
    }
}
