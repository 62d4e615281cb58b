package dev.sluice.domain.risk;

import java.util.List;

/**
 * How risky a transaction is.
 *
 * @param score 0 to 100: the points of all reasons together, 100 where they are more
 * @param flagged whether the score reaches what the policy flags at
 * @param reasons the rules that fired, in the order of their catalogue
 */
public record RiskScore(int score, boolean flagged, List<RiskReason> reasons) {

    public static final int HIGHEST = 100;

    public RiskScore {
        if (score < 0 || score > HIGHEST) {
            throw new IllegalArgumentException("a score is 0 to 100, not " + score);
        }
        reasons = List.copyOf(reasons);
    }

    /**
     * Sums up reasons.
     *
     * @param flagAt the score from which on a transaction is flagged
     */
    public static RiskScore of(List<RiskReason> reasons, int flagAt) {
        var sum = 0L;
        for (var reason : reasons) {
            sum += reason.points();
        }
        var score = (int) Math.min(HIGHEST, sum);
        return new RiskScore(score, score >= flagAt, reasons);
    }
}
