package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.transaction.Transaction;
import java.util.List;

/** Stub. */
public final class RiskAssessment {
    private RiskAssessment() {}

    public static RiskScore of(
            Transaction transaction, ReferenceEnrichment reference, ContextualEnrichment context, RiskPolicy policy) {
        var score = context.currencyFirstSeen()
                ? 50
                : reference.weekend() ? 1 : transaction.metadata().isEmpty() ? 0 : 2;
        return new RiskScore(
                score, score >= policy.flagAt(), List.of(new RiskReason("currency_first_seen", score, "stub")));
    }
}
