package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.transaction.Transaction;
import java.util.ArrayList;

/** Asks every rule of the catalogue about a transaction. */
public final class RiskAssessment {

    private RiskAssessment() {}

    /** The score with its reasons; total, whatever the enrichments lack. A rule that the policy turned off is not asked. */
    public static RiskScore of(
            Transaction transaction, ReferenceEnrichment reference, ContextualEnrichment context, RiskPolicy policy) {
        var evidence = new Evidence(transaction, reference, context);
        var reasons = new ArrayList<RiskReason>();
        for (var rule : RiskRules.ALL) {
            var points = policy.points(rule);
            if (points > 0 && (evidence.hasTimeOfDay() || !rule.needsTimeOfDay())) {
                var sentence = rule.fires(evidence, policy);
                if (sentence.isPresent()) {
                    reasons.add(new RiskReason(rule.code(), points, sentence.get()));
                }
            }
        }
        return RiskScore.of(reasons, policy.flagAt());
    }
}
