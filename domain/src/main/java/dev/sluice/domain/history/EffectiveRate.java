package dev.sluice.domain.history;

import dev.sluice.domain.transaction.Transaction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The exchange rate that a transaction was really billed at.
 *
 * @param pair the currency of the amount and the billing currency, as in {@code EUR-GBP}
 * @param rate how much of the second was billed for one of the first, to twelve significant digits
 */
public record EffectiveRate(String pair, BigDecimal rate) {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** The rate, where the transaction was billed in another currency than it was made in. */
    public static Optional<EffectiveRate> of(Transaction transaction) {
        var amount = transaction.amount();
        return transaction
                .billing()
                .filter(billing -> !billing.currency().equals(amount.currency()))
                .map(billing -> new EffectiveRate(
                        amount.currency().code() + "-" + billing.currency().code(),
                        plain(billing.amount().divide(amount.amount(), DIGITS))));
    }

    /** Without trailing zeros behind the decimal sign and without an exponent: one form for one number. */
    private static BigDecimal plain(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
