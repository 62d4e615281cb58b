package dev.sluice.infra.cost;

import java.math.BigDecimal;

/**
 * One line of a bill.
 *
 * @param when when it is to be paid
 * @param what what is paid for
 * @param arithmetic how the quantity comes about, in words
 * @param quantity how many pieces of the price
 */
public record Line(When when, String what, String arithmetic, BigDecimal quantity, Price price) {

    /** When a line is to be paid. */
    public enum When {
        /** Every month, whether anything is sent or not. */
        ALWAYS,
        /** Every month in which something is sent, however much; counted as if something were sent all the time. */
        FLOWING,
        /** For each transaction. */
        TRANSACTIONS
    }

    public Line {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException(what + ": nothing is used less than not at all: " + quantity);
        }
    }

    /** The same as often. */
    Line times(BigDecimal number) {
        return new Line(when, what, arithmetic, quantity.multiply(number), price);
    }

    /** In US dollars, exactly. */
    public BigDecimal dollars() {
        return price.of(quantity);
    }
}
