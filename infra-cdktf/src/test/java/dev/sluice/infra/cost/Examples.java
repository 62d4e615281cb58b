package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.util.Map;

/** Inputs in round figures, so that a test can be followed with pencil and paper. */
final class Examples {

    /** 2 ms of its own and one call. */
    static final Work SHORT = new Work(new BigDecimal("2"), 1, 200);

    /** 8 ms of its own and four calls. */
    static final Work LONG = new Work(new BigDecimal("8"), 4, 200);

    /** Calls take 10 ms each. */
    static final Inputs ROUND = new Inputs(
            new Measured(
                    "made up",
                    Map.of("validator", SHORT, "processor", SHORT, "enricher", LONG, "notifier", LONG),
                    "made up",
                    new BigDecimal("1000"),
                    new BigDecimal("200")),
            Footprint.COUNTED,
            Traffic.ASSUMED);

    private Examples() {}
}
