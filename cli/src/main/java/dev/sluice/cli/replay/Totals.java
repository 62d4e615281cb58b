package dev.sluice.cli.replay;

import dev.sluice.domain.money.Currency;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Exact sums by currency. */
final class Totals {

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    synchronized void add(Tally.Sum sum) {
        sums.merge(sum.currency(), sum.amount(), BigDecimal::add);
    }

    /** Each sum with as many decimals as its currency has, sorted by currency. */
    synchronized Map<String, String> written() {
        var written = new LinkedHashMap<String, String>();
        sums.forEach((currency, sum) -> written.put(currency, written(currency, sum)));
        return written;
    }

    private static String written(String currency, BigDecimal sum) {
        // Never fewer decimals than the sum needs: a sum is not rounded.
        var scale = Math.max(
                Currency.of(currency).map(Currency::minorUnits).orElse(0),
                sum.stripTrailingZeros().scale());
        return sum.setScale(scale).toPlainString();
    }
}
