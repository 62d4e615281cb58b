package dev.sluice.peers.job;

import org.jspecify.annotations.Nullable;

/** The body of a 202. */
public record Accepted(@Nullable String transactionId, String status, String receivedAt) {

    /** The answer for a transaction that was published. */
    public static Accepted of(Submission transaction, String receivedAt) {
        return new Accepted(transaction.id(), "accepted", receivedAt);
    }
}
