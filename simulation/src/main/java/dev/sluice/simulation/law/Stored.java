package dev.sluice.simulation.law;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction as it lies in the file.
 *
 * @param row in the order of storing
 * @param number in its account, in the order of storing
 */
record Stored(
        long row,
        long number,
        EnrichedTransaction enriched,
        String status,
        Optional<Assessment> assessment,
        Instant receivedAt,
        String correlationId) {

    Transaction transaction() {
        return enriched.transaction();
    }

    Identity identity() {
        return transaction().identity();
    }

    String account() {
        return identity().source() + "/" + transaction().accountId();
    }

    @Override
    public String toString() {
        return identity().source() + "/" + identity().id();
    }
}
