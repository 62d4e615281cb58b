package dev.sluice.handlers.port;

import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;
import java.time.ZoneId;

/**
 * An accepted transaction, to be told to everybody who wants to know.
 *
 * @param zone the source's zone at the time, so that nobody after this needs the settings
 * @param receivedAt when the request arrived, to the millisecond
 */
public record Announcement(Transaction transaction, ZoneId zone, Instant receivedAt, Trace trace) {}
