package dev.sluice.local.delivery;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes messages into the file, each with a delivery for every function that it is still for. */
final class MessageRows {

    private MessageRows() {}

    /** Writes the message alone; its number. */
    static long insert(Session session, TopicMessage message) throws SQLException {
        session.change(
                "INSERT INTO topic_messages (topic, body, attributes, published_at_ms) VALUES (?, ?, ?, ?)",
                message.topic().isEmpty() ? Optional.empty() : message.topic(),
                message.body(),
                message.attributes(),
                message.publishedAt());
        // Given to it just now, by the only thread that writes.
        return session.row("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    /** A delivery that is due at once. */
    static void due(Session session, long message, String function, Instant now) throws SQLException {
        session.change(
                "INSERT INTO deliveries (message, function, attempts, due_at_ms) VALUES (?, ?, 0, ?)",
                message,
                function,
                now);
    }

    /** A delivery whose first attempt is under way. */
    static void leased(Session session, long message, String function, Instant now, Instant until) throws SQLException {
        session.change(
                "INSERT INTO deliveries (message, function, attempts, due_at_ms, leased_until_ms) VALUES (?, ?, 1, ?,"
                        + " ?)",
                message,
                function,
                now,
                until);
    }

    /** A delivery of a dead letter that is redriven, due at once. */
    static void redriven(
            Session session, long message, String function, Instant firstFailedAt, String earlierReasons, Instant now)
            throws SQLException {
        session.change("""
                INSERT INTO deliveries (message, function, attempts, due_at_ms, first_failed_at_ms, earlier_reasons)
                VALUES (?, ?, 0, ?, ?, ?)""", message, function, now, firstFailedAt, earlierReasons);
    }
}
