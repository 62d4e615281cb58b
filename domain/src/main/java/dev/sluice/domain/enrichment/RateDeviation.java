package dev.sluice.domain.enrichment;

import dev.sluice.domain.history.AccountFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far an effective exchange rate lies from what the account is used to.
 *
 * @param median of the account's last rates of that currency pair; of an even number the mean of the middle two
 * @param rates how many those were, 1 to 101
 * @param deviation (rate − median) / median, to six decimal places: 0.05 is five per cent above
 */
public record RateDeviation(BigDecimal median, int rates, BigDecimal deviation) {

    private static final int PLACES = 6;

    /**
     * Compares a rate with those before it.
     *
     * @param earlier the latest first; what goes beyond {@link AccountFacts#MOST_RATES} is not looked at
     * @return empty where there is none to compare with, or their median is zero
     */
    public static Optional<RateDeviation> of(BigDecimal rate, List<BigDecimal> earlier) {
        var sorted = earlier.stream().limit(AccountFacts.MOST_RATES).sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var median = median(sorted);
        if (median.signum() == 0) {
            return Optional.empty();
        }
        var deviation = rate.subtract(median).divide(median, PLACES, RoundingMode.HALF_EVEN);
        return Optional.of(new RateDeviation(median, sorted.size(), deviation));
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        var mean = lower.add(upper).divide(BigDecimal.TWO);
        // As rates are, without zeros behind the last digit after the point.
        return mean.setScale(Math.max(0, mean.stripTrailingZeros().scale()));
    }
}
