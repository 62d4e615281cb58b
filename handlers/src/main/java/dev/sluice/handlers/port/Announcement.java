package dev.sluice.handlers.port;

import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;

/**
 * An accepted transaction, to be told to everybody who wants to know.
 *
 * @param receivedAt when the request arrived, to the millisecond
 */
public record Announcement(Transaction transaction, Instant receivedAt, Trace trace) {}
