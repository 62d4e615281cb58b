package dev.sluice.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An exact amount of money in one currency, of any sign.
 *
 * <p>It is counted in the minor units of ISO 4217:2015 and has at most 18 digits of them, so that it always fits a
 * {@code long}. Sums do not fit: {@link Total} is what adds.
 *
 * @param minor the amount in minor units (cents, yen, fils), more than −10<sup>18</sup> and less than 10<sup>18</sup>
 * @param currency the currency
 */
public record Money(long minor, Currency currency) {
    /** Digits that an amount has at most, counted in minor units. */
    public static final int MAX_DIGITS = 18;

    private static final long LIMIT = 1_000_000_000_000_000_000L;

    /** 10^18 lies between 2^59 and 2^60: what needs more bits than this is out of range. */
    private static final int MAX_BITS = 60;

    /**
     * Refuses amounts that are too long.
     *
     * @param minor the amount in minor units, more than −10<sup>18</sup> and less than 10<sup>18</sup>
     * @param currency the currency
     * @throws IllegalArgumentException if the amount has more than 18 digits
     */
    public Money {
        if (!inRange(minor)) {
            throw new IllegalArgumentException("An amount has at most " + MAX_DIGITS + " digits in minor units of "
                    + currency + "; keep sums in a Total");
        }
    }

    /**
     * Takes a decimal amount, if it can be had without losing anything. Its cost does not depend on how large the number or
     * its exponent is.
     *
     * @param amount the amount in whole units of the currency, of any sign, as it was written: {@code 1.50} and
     *     {@code 1.500} differ, and the latter has too many digits for EUR
     * @param currency the currency
     * @return the amount, or empty when it has more digits after the decimal sign than the currency's minor unit, or more
     *     than 18 digits in minor units
     */
    public static Optional<Money> exact(BigDecimal amount, Currency currency) {
        long shift = (long) currency.minorUnits() - amount.scale();
        BigInteger unscaled = amount.unscaledValue();
        // Looked at before any arithmetic: 1E+999999999 must not become a number with a thousand million digits.
        if (shift < 0 || unscaled.bitLength() > MAX_BITS) {
            return Optional.empty();
        }
        BigInteger minor = unscaled.multiply(BigInteger.TEN.pow((int) Math.min(shift, MAX_DIGITS)));
        return minor.bitLength() <= MAX_BITS && inRange(minor.longValueExact())
                ? Optional.of(new Money(minor.longValueExact(), currency))
                : Optional.empty();
    }

    private static boolean inRange(long minor) {
        return -LIMIT < minor && minor < LIMIT;
    }

    /**
     * Gives the amount in whole units of the currency.
     *
     * @return the same amount, its scale the currency's minor units
     */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.minorUnits());
    }

    /**
     * Writes the amount as digits, without currency, grouping or exponent.
     *
     * @return for example {@code 271346.55}, {@code -0.05}, or {@code 500} in JPY
     */
    public String toPlainString() {
        return amount().toPlainString();
    }

    /**
     * Turns the sign around.
     *
     * @return the same amount with the other sign
     */
    public Money negate() {
        return new Money(-minor, currency);
    }
}
