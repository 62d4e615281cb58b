package dev.sluice.handlers.port;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.risk.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction with everything known about it.
 *
 * @param assessment what its history says and how risky it is, once somebody has asked
 * @param conflicts other content that arrived under the same identity, oldest first
 */
public record StoredTransaction(
        EnrichedTransaction enriched,
        Status status,
        Optional<Assessment> assessment,
        Instant receivedAt,
        Instant storedAt,
        Trace trace,
        List<RecordedConflict> conflicts) {

    public StoredTransaction {
        conflicts = List.copyOf(conflicts);
    }

    /** How far a transaction has come. */
    public enum Status {
        RECEIVED,
        ENRICHED,
        FLAGGED,
        NOTIFIED
    }

    /** Other content that arrived under an identity already taken; recorded once per fingerprint and arrival. */
    public record RecordedConflict(String fingerprint, Instant receivedAt) {}
}
