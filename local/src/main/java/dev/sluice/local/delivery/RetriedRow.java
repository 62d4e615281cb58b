package dev.sluice.local.delivery;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;

/** Keeps that a function needed more than one attempt at a transaction: once it has succeeded, nothing else says so. */
final class RetriedRow {

    private static final String PUT = """
            INSERT OR IGNORE INTO retried
              (source, id, function, attempts, first_failed_at_ms, last_reason, done_at_ms)
            SELECT ?, ?, ?, ?, ?, ?, ? WHERE ? <= coalesce(
              (SELECT iif(?, stored_at_ms, enriched_at_ms) FROM transactions WHERE source = ? AND id = ?), ?)""";

    private RetriedRow() {}

    /**
     * Writes it for a transaction, unless its work was done by another delivery before this one first failed.
     *
     * @param attempts at least two, with the one that succeeded
     */
    static void put(
            Session session,
            String source,
            String id,
            String function,
            int attempts,
            Instant firstFailedAt,
            String lastReason,
            Instant now)
            throws SQLException {
        session.change(
                PUT,
                source,
                id,
                function,
                attempts,
                firstFailedAt,
                lastReason,
                now,
                firstFailedAt,
                function.equals(Pipeline.PROCESSOR.name()) ? 1 : 0,
                source,
                id,
                now);
    }

    /**
     * Writes it for each transaction that a payload is about; for none where it names none.
     *
     * @param payload as a dead letter of that function would hold it
     * @param attempts at least two, with the one that succeeded
     */
    static void put(
            Session session,
            String function,
            String payload,
            int attempts,
            Instant firstFailedAt,
            String lastReason,
            Instant now)
            throws SQLException {
        for (var subject : LetterSubject.of(session, function, payload)) {
            put(session, subject.source(), subject.id(), function, attempts, firstFailedAt, lastReason, now);
        }
    }
}
