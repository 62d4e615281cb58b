package dev.sluice.domain.risk;

import java.math.BigDecimal;

/** What a setting counts, and which numbers make sense for it. */
public enum Unit {
    SCORE("of 100", "1", "100", 0),
    POINTS("points", "0", "100", 0),
    TRANSACTIONS("transactions", "1", "1000000", 0),
    RATES("rates", "1", "101", 0),
    TIMES("times", "1", "1000000", 6),
    PERCENT("per cent", "0.0001", "1000000", 4),
    AMOUNT("whole units of the currency", "0.0001", "1000000000000000000", 4);

    private final String words;
    private final BigDecimal least;
    private final BigDecimal most;
    private final int places;

    Unit(String words, String least, String most, int places) {
        this.words = words;
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
        this.places = places;
    }

    /** As written in documents. */
    public String words() {
        return words;
    }

    /** Which numbers are allowed, as in {@code a whole number from 1 to 101}. */
    public String range() {
        var number = places == 0 ? "a whole number" : "a number with at most " + places + " decimal places";
        return number + " from " + least.toPlainString() + " to " + most.toPlainString();
    }

    boolean allows(BigDecimal value) {
        return value.compareTo(least) >= 0
                && value.compareTo(most) <= 0
                && value.stripTrailingZeros().scale() <= places;
    }
}
