package dev.sluice.local;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What is on its way at a moment, whatever way it is.
 *
 * @param deliveries of a topic's messages, and invocations made of dead letters
 * @param streamRecords new transactions that a function is still to be told of
 * @param queueMessages that a function has still to take
 * @param oldestDue when the one that has waited longest was or is due
 * @param mostAttempts at any of them
 */
public record Waiting(
        long deliveries, long streamRecords, long queueMessages, Optional<Instant> oldestDue, int mostAttempts) {

    /** How much it is together; 0 says that nothing of what was accepted will change any more by itself. */
    public long count() {
        return deliveries + streamRecords + queueMessages;
    }

    /**
     * How much of what was accepted by a moment is still to be stored or assessed, whatever was accepted since; 0 says that
     * none of it will change its status any more but for being told of.
     */
    static long unsettled(Session session, Instant acceptedBy) throws SQLException {
        return session.row("""
                        SELECT
                          (SELECT count(*) FROM deliveries d JOIN topic_messages m ON m.number = d.message
                           WHERE m.published_at_ms <= ?)
                          + (SELECT count(*) FROM stream_records r JOIN transactions t ON t.row = r.transaction_row
                             WHERE t.received_at_ms <= ?)""", row -> row.getLong(1), acceptedBy, acceptedBy).orElseThrow();
    }

    /** One statement, so that nothing that goes on while this reads is missed or counted twice. */
    static Waiting read(Session session) throws SQLException {
        var way = session.row("""
                SELECT
                  (SELECT count(*) FROM deliveries),
                  (SELECT count(*) FROM stream_records),
                  (SELECT count(*) FROM queue_messages),
                  (SELECT coalesce(max(attempts), 0) FROM (
                    SELECT max(attempts) AS attempts FROM deliveries
                    UNION ALL SELECT max(receives) FROM queue_messages
                    UNION ALL SELECT max(attempts) FROM stream_shards)),
                  (SELECT min(at) FROM (
                    SELECT min(due_at_ms) AS at FROM deliveries
                    UNION ALL SELECT min(visible_at_ms) FROM queue_messages
                    UNION ALL SELECT min(s.due_at_ms) FROM stream_shards s WHERE EXISTS (
                      SELECT 1 FROM stream_records r WHERE r.function = s.function AND r.shard = s.shard)))""", row -> {
            var oldest = row.getLong(5);
            var due = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(oldest));
            return new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), due, row.getInt(4));
        });
        return way.orElseThrow();
    }
}
