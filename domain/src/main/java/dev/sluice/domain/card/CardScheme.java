package dev.sluice.domain.card;

/** A card scheme, the network whose rules a card follows. */
public enum CardScheme {
    /** Visa. */
    VISA("Visa"),
    /** Mastercard, the 2-series included. */
    MASTERCARD("Mastercard"),
    /** American Express. */
    AMEX("American Express"),
    /** Discover. */
    DISCOVER("Discover"),
    /** JCB. */
    JCB("JCB"),
    /** Diners Club International. */
    DINERS("Diners Club"),
    /** China UnionPay. */
    UNIONPAY("UnionPay"),
    /** Maestro, Mastercard's debit scheme. */
    MAESTRO("Maestro");

    private final String displayName;

    CardScheme(String displayName) {
        this.displayName = displayName;
    }

    /**
     * Gives the name as people write it.
     *
     * @return for example {@code American Express}
     */
    public String displayName() {
        return displayName;
    }
}
