package dev.sluice.domain.risk;

import dev.sluice.domain.history.Window;

/** How well an account must be known before something new about it says anything. */
final class FirstSeenHistory {

    private FirstSeenHistory() {}

    /** The least number of transactions for one rule. */
    static Setting of(String rule) {
        return Setting.of(
                rule + ".history",
                Unit.TRANSACTIONS,
                "10",
                "how many transactions the account must have made at least in the 29 days before the last 24 hours",
                "on a new account everything is new; what counts is when they were made, so that an import that is looked"
                        + " at late tells the same");
    }

    static boolean suffices(Evidence evidence, RiskPolicy policy, Setting history) {
        return evidence.count(Window.MONTH) - evidence.count(Window.DAY) >= policy.count(history);
    }

    /** As in {@code The first of the account's 120 transactions}. */
    static String words(Evidence evidence) {
        return "The first of the account's "
                + Figures.counted(evidence.context().asOf().transactions(), "transaction");
    }
}
