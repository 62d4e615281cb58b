package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * One list price.
 *
 * @param product which service charges it
 * @param what what is charged
 * @param unit what one piece is, in the singular
 * @param pieces how many pieces {@code dollars} is for: 1, or another power of ten, so that dividing by it is exact
 * @param dollars in US dollars, before taxes
 * @param page where AWS publishes it
 */
public record Price(String product, String what, String unit, BigDecimal pieces, BigDecimal dollars, String page) {

    public Price {
        if (pieces.signum() <= 0 || !pieces.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE)) {
            throw new IllegalArgumentException(what + ": a price is for a power of ten, not for " + pieces);
        }
        if (dollars.signum() < 0) {
            throw new IllegalArgumentException(what + ": a price is 0 at least, not " + dollars);
        }
    }

    /** What so many pieces cost, in US dollars, exactly. */
    public BigDecimal of(BigDecimal quantity) {
        return quantity.multiply(dollars).divide(pieces);
    }
}
