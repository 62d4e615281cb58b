package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.transaction.Transaction;
import java.util.ArrayList;
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

    /** Asks every rule of the catalogue that the policy has not turned off; total, whatever the enrichments lack. */
    public static RiskScore of(
            Transaction transaction, ReferenceEnrichment reference, ContextualEnrichment context, RiskPolicy policy) {
        var evidence = new Evidence(transaction, reference, context);
        var reasons = new ArrayList<RiskReason>();
        for (var rule : RiskRules.ALL) {
            var points = policy.points(rule);
            if (points > 0 && (evidence.hasTimeOfDay() || !rule.needsTimeOfDay())) {
                rule.fires(evidence, policy)
                        .ifPresent(sentence -> reasons.add(new RiskReason(rule.code(), points, sentence)));
            }
        }
        return of(reasons, policy.flagAt());
    }

    /**
     * Sums up reasons.
     *
     * @param flagAt the score from which on a transaction is flagged
     */
    public static RiskScore of(List<RiskReason> reasons, int flagAt) {
        var sum = reasons.stream().mapToLong(RiskReason::points).sum();
        var score = (int) Math.min(HIGHEST, sum);
        return new RiskScore(score, score >= flagAt, reasons);
    }
}
