package dev.sluice.infra.cost;

import static dev.sluice.infra.cost.Usage.plain;

import dev.sluice.blueprint.Function;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What it costs that a function runs, with any memory. */
public final class Running {

    private Running() {}

    /**
     * For a number of events.
     *
     * @param megabytes the function's memory
     */
    static Line of(Function function, BigDecimal events, int megabytes, Inputs inputs, Price price) {
        var milliseconds = inputs.milliseconds(function, megabytes);
        return new Line(
                Line.When.TRANSACTIONS,
                function.name() + " running",
                plain(events) + " a transaction × " + plain(milliseconds) + " ms × " + megabytes + " MB",
                events.multiply(milliseconds.movePointLeft(3)).multiply(Usage.gigabytes(megabytes)),
                price);
    }

    /** How its milliseconds come about with so much memory, in figures. */
    public static String arithmetic(Work work, int megabytes, BigDecimal callMilliseconds) {
        var whole = Work.WHOLE_PROCESSOR_MEGABYTES;
        var share = megabytes < whole ? " × " + whole + " ÷ " + megabytes : "";
        return plain(work.ownMilliseconds()) + share + " + " + work.calls() + " × " + plain(callMilliseconds) + " = "
                + plain(work.milliseconds(megabytes, callMilliseconds).setScale(0, RoundingMode.UNNECESSARY));
    }
}
