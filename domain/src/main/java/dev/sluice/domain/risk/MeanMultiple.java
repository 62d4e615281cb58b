package dev.sluice.domain.risk;

import dev.sluice.domain.money.Total;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** How many times an amount is the mean of others. */
final class MeanMultiple {

    /** As many as a threshold has at most; cut off behind them, it reaches one exactly where the quotient does. */
    private static final int PLACES = 6;

    private MeanMultiple() {}

    /**
     * Divides an amount by a mean, without dividing twice.
     *
     * @param amount in minor units
     * @param sum of the others, in the same currency
     * @param over how many the mean is of, at least 1
     * @return to six decimal places, towards zero; empty where the sum is not above zero
     */
    static Optional<BigDecimal> of(BigInteger amount, Total sum, long over) {
        if (sum.minor().signum() <= 0) {
            return Optional.empty();
        }
        var weighed = new BigDecimal(amount.multiply(BigInteger.valueOf(over)));
        return Optional.of(weighed.divide(new BigDecimal(sum.minor()), PLACES, RoundingMode.DOWN));
    }
}
