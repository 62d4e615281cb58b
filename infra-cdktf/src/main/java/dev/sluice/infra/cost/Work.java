package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one event asks of a function, as it was measured.
 *
 * @param ownMilliseconds how long it takes on a whole processor, with every call to AWS answered at once
 * @param calls how many calls to AWS it makes, one behind the other
 * @param peakMegabytes the most memory that its process took
 */
public record Work(BigDecimal ownMilliseconds, int calls, int peakMegabytes) {

    /**
     * With so much memory a function has one whole processor ("Configure Lambda function memory" of Lambda's guide); with
     * less it has that share of one.
     */
    public static final int WHOLE_PROCESSOR_MEGABYTES = 1_769;

    public Work {
        if (ownMilliseconds.signum() < 0 || calls < 0 || peakMegabytes < 0) {
            throw new IllegalArgumentException("nothing takes less than nothing: " + ownMilliseconds + " ms, " + calls
                    + " calls, " + peakMegabytes + " MB");
        }
    }

    /**
     * How long it runs, in whole milliseconds begun, as Lambda charges them.
     *
     * <p>A function does one thing after another, so a second processor gives it nothing; and no processor makes AWS answer
     * sooner.
     *
     * @param megabytes the function's memory
     * @param callMilliseconds how long AWS takes to answer a call
     */
    BigDecimal milliseconds(int megabytes, BigDecimal callMilliseconds) {
        var waiting = callMilliseconds.multiply(new BigDecimal(calls));
        var all = new BigDecimal(WHOLE_PROCESSOR_MEGABYTES);
        var share = new BigDecimal(megabytes).min(all);
        return ownMilliseconds.multiply(all).add(waiting.multiply(share)).divide(share, 0, RoundingMode.CEILING);
    }

    /** Whether what was measured fits into so much memory. */
    boolean fits(int megabytes) {
        return peakMegabytes <= megabytes;
    }
}
