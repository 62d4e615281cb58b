package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import dev.sluice.infra.settings.Architecture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A way for a function to start, and what its starts cost.
 *
 * @param way in words
 * @param milliseconds one start, as charged
 * @param starts for all the starts among a number of invocations, in US dollars
 * @param running for the invocations themselves, in US dollars
 */
public record ColdStart(String way, BigDecimal milliseconds, BigDecimal starts, BigDecimal running) {

    /**
     * The ways that are paid for by the start: each begun millisecond costs as one at work, on every runtime, since
     * August 2025.
     *
     * @param megabytes the function's memory
     */
    public static List<ColdStart> all(Function function, int megabytes, long invocations, Inputs inputs) {
        var assumed = inputs.assumed();
        var number = BigDecimal.valueOf(invocations);
        var managed = onPart(inputs.measured().managedStart(), megabytes);
        var own = onPart(inputs.measured().ownStart(), megabytes);
        var arm = Architecture.ARM64;
        return List.of(
                of(
                        "a snapshot, `java21`, arm64",
                        assumed.restoreMilliseconds(),
                        arm,
                        function,
                        megabytes,
                        number,
                        inputs),
                of("no snapshot, `java21`, arm64", managed, arm, function, megabytes, number, inputs),
                of("own runtime, x86_64", own, Architecture.X86_64, function, megabytes, number, inputs));
    }

    private static ColdStart of(
            String way,
            BigDecimal milliseconds,
            Architecture architecture,
            Function function,
            int megabytes,
            BigDecimal invocations,
            Inputs inputs) {
        var price = Prices.running(architecture);
        var seconds = invocations
                .multiply(inputs.assumed().coldStarts())
                .multiply(milliseconds)
                .movePointLeft(3);
        return new ColdStart(
                way,
                milliseconds,
                price.of(seconds.multiply(Usage.gigabytes(megabytes))),
                Running.of(function, invocations, megabytes, inputs, price).dollars());
    }

    /** On the part of a processor that comes with the memory; Lambda promises no more of it while a function starts. */
    private static BigDecimal onPart(BigDecimal milliseconds, int megabytes) {
        var whole = new BigDecimal(Work.WHOLE_PROCESSOR_MEGABYTES);
        return milliseconds.multiply(whole).divide(new BigDecimal(megabytes).min(whole), 0, RoundingMode.CEILING);
    }
}
