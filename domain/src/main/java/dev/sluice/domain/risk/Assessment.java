package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.history.AccountFacts;

/** What is known of a transaction once its account's history was asked. */
public record Assessment(ContextualEnrichment context, RiskScore risk) {

    /** Takes in what the account's history says, and tells the risk; total. */
    public static Assessment of(EnrichedTransaction enriched, AccountFacts facts, RiskPolicy policy) {
        var context = ContextualEnrichment.of(enriched.transaction(), facts);
        return new Assessment(context, RiskScore.of(enriched.transaction(), enriched.reference(), context, policy));
    }
}
