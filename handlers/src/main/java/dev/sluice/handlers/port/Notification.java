package dev.sluice.handlers.port;

import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import java.time.Instant;

/** Something that somebody is to be told of. */
public sealed interface Notification {

    Identity identity();

    Trace trace();

    /** A transaction was flagged. */
    record Flagged(Identity identity, String accountId, RiskScore risk, Trace trace) implements Notification {}

    /**
     * Other content arrived under an identity already taken.
     *
     * @param fingerprint of what arrived
     */
    record Conflicting(Identity identity, String fingerprint, Instant receivedAt, Trace trace)
            implements Notification {}
}
