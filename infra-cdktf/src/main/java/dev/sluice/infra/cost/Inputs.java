package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import java.math.BigDecimal;

/**
 * All that goes into a bill besides prices and settings, by how it is known.
 *
 * @param measured on a machine
 * @param counted by tests
 * @param assumed by us
 */
public record Inputs(Measured measured, Footprint counted, Traffic assumed) {

    /** A usual payment, on the machine that was measured last. */
    public static final Inputs USUAL = new Inputs(Measured.read(), Footprint.COUNTED, Traffic.ASSUMED);

    /** The same, where AWS takes so many ms to answer a call. */
    public Inputs answeredWithin(BigDecimal milliseconds) {
        return new Inputs(
                measured,
                counted,
                new Traffic(
                        milliseconds,
                        assumed.invocationsAnItem(),
                        assumed.flagged(),
                        assumed.logCompressed(),
                        assumed.traced(),
                        assumed.pollers(),
                        assumed.environments(),
                        assumed.coldStarts(),
                        assumed.restoreMilliseconds()));
    }

    /** How long a function runs for one event, in ms, with so much memory. */
    BigDecimal milliseconds(Function function, int megabytes) {
        return measured.of(function).milliseconds(megabytes, assumed.callMilliseconds());
    }
}
