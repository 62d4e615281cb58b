package dev.sluice.domain.enrichment;

import dev.sluice.domain.transaction.Transaction;

/** A transaction together with what the reference tables know about it. */
public record EnrichedTransaction(Transaction transaction, ReferenceEnrichment reference) {

    public String fingerprint() {
        return reference.fingerprint();
    }
}
