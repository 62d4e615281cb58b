package dev.sluice.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact sum of amounts in one currency, which never wraps around, however many are added.
 *
 * @param minor the sum in minor units of ISO 4217:2015, of any sign and size
 * @param currency the currency of the sum and of everything in it
 */
public record Total(BigInteger minor, Currency currency) {
    /**
     * Starts a sum.
     *
     * @param currency the currency that everything in it must have
     * @return the sum of nothing
     */
    public static Total zero(Currency currency) {
        return new Total(BigInteger.ZERO, currency);
    }

    /**
     * Adds an amount.
     *
     * @param money the amount to add, in the same currency
     * @return the new sum
     * @throws IllegalArgumentException if the currencies differ, naming both
     */
    public Total plus(Money money) {
        requireSame(money.currency());
        return new Total(minor.add(BigInteger.valueOf(money.minor())), currency);
    }

    /**
     * Adds another sum.
     *
     * @param other the sum to add, in the same currency
     * @return the new sum
     * @throws IllegalArgumentException if the currencies differ, naming both
     */
    public Total plus(Total other) {
        requireSame(other.currency());
        return new Total(minor.add(other.minor()), currency);
    }

    /**
     * Takes an amount away.
     *
     * @param money the amount to take away, in the same currency
     * @return the new sum
     * @throws IllegalArgumentException if the currencies differ, naming both
     */
    public Total minus(Money money) {
        requireSame(money.currency());
        return new Total(minor.subtract(BigInteger.valueOf(money.minor())), currency);
    }

    /**
     * Writes the sum in whole units of the currency, without currency, grouping or exponent.
     *
     * @return for example {@code 271346.55}
     */
    public String toPlainString() {
        return new BigDecimal(minor, currency.minorUnits()).toPlainString();
    }

    private void requireSame(Currency other) {
        if (!currency.equals(other)) {
            throw new IllegalArgumentException("A total has one currency: " + other
                    + " cannot be added to or taken from " + currency + "; keep a total for each");
        }
    }
}
