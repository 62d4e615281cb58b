package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;

/** What is known of a transaction once its account's history was asked. */
public record Assessment(ContextualEnrichment context, RiskScore risk) {}
