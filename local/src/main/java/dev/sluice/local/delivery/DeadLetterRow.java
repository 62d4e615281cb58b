package dev.sluice.local.delivery;

import dev.sluice.blueprint.Resource;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keeps what a hop gave up on. */
final class DeadLetterRow {

    private DeadLetterRow() {}

    /**
     * Writes the letter.
     *
     * @param reasons a line each, oldest first
     * @param message whose delivery it was, if it was one
     */
    static void insert(
            Session session,
            Resource.DeadLetterQueue queue,
            String function,
            String payload,
            String reasons,
            int attempts,
            Instant firstFailedAt,
            Instant now,
            Optional<Long> message)
            throws SQLException {
        session.change("""
                INSERT INTO dead_letters (queue, function, payload, reason, attempts, first_failed_at_ms,
                  last_failed_at_ms, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", queue.name(), function, payload, reasons, attempts, firstFailedAt, now, message);
    }
}
