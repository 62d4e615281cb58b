package dev.sluice.domain.risk;

/** How well an account must be known before something new about it says anything. */
final class FirstSeenHistory {

    private FirstSeenHistory() {}

    /** The least number of transactions for one rule. */
    static Setting of(String rule) {
        return Setting.of(
                rule + ".history",
                Unit.TRANSACTIONS,
                "20",
                "how many transactions of the account must be stored at least, this one included",
                "on a new account everything is new");
    }

    static boolean suffices(Evidence evidence, RiskPolicy policy, Setting history) {
        return evidence.context().asOf().transactions() >= policy.count(history);
    }

    /** As in {@code The first of the account's 120 transactions}. */
    static String words(Evidence evidence) {
        return "The first of the account's "
                + Figures.counted(evidence.context().asOf().transactions(), "transaction");
    }
}
