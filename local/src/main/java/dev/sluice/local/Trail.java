package dev.sluice.local;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.sqlite.Session;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a transaction has left behind in one folder on its way, beyond what is stored of it.
 *
 * @param enrichedAt when its account's history was asked
 * @param alerts what was published about it, oldest first
 * @param underWay what is still to be done about it
 * @param deadLetters what was given up on
 */
public record Trail(
        Optional<Instant> enrichedAt, List<Published> alerts, List<UnderWay> underWay, List<Letter> deadLetters) {

    private static final int MOST = 100;

    /** Of what waits, the newest: somebody asks about one transaction again and again, when very much waits. */
    private static final int MOST_LOOKED_AT = 10_000;

    public Trail {
        alerts = List.copyOf(alerts);
        underWay = List.copyOf(underWay);
        deadLetters = List.copyOf(deadLetters);
    }

    /**
     * One alert.
     *
     * @param times how often it was published; more than once after a failure, under the same id
     */
    public record Published(String alertId, String reason, Instant firstAt, long times) {}

    /**
     * A hop that is not done.
     *
     * @param attempts those that have begun
     * @param lastReason why the last one failed, where one did
     */
    public record UnderWay(String function, int attempts, Optional<String> lastReason) {}

    /**
     * Reads it, beside a running pipeline or without one.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static Trail read(Path folder, String source, String id) {
        return DataFile.look(folder, session -> read(session, source, id));
    }

    /** The same, for whoever has the file open. */
    public static Trail read(Session session, String source, String id) throws SQLException {
        return new Trail(
                session.row(
                        "SELECT enriched_at_ms FROM transactions"
                                + " WHERE source = ? AND id = ? AND enriched_at_ms IS NOT NULL",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        source,
                        id),
                alerts(session, source, id),
                Stream.concat(inStreams(session, source, id).stream(), notifications(session, source, id).stream())
                        .toList(),
                LetterDetails.about(session, source, id));
    }

    private static List<Published> alerts(Session session, String source, String id) throws SQLException {
        return session.rows(
                """
                SELECT alert_id, reason, min(published_at_ms), count(*) FROM alerts
                WHERE source = ? AND id = ? GROUP BY alert_id, reason ORDER BY min(number) LIMIT ?\
                """,
                row -> new Published(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getLong(4)),
                source,
                id,
                MOST);
    }

    /** An attempt that runs at a shard or with a batch is one of all that are in it. */
    private static List<UnderWay> inStreams(Session session, String source, String id) throws SQLException {
        return session.rows(
                """
                SELECT r.function, s.attempts, s.last_reason
                FROM transactions t JOIN stream_records r ON r.transaction_row = t.row
                  JOIN stream_shards s ON s.function = r.function AND s.shard = r.shard
                WHERE t.source = ? AND t.id = ? LIMIT ?\
                """,
                row -> new UnderWay(row.getString(1), row.getInt(2), Optional.ofNullable(row.getString(3))),
                source,
                id,
                MOST);
    }

    private static List<UnderWay> notifications(Session session, String source, String id) throws SQLException {
        // What a message is about stands at its head, and neither name is of characters that JSON escapes.
        return session.rows(
                """
                SELECT receives, last_reason FROM (
                  SELECT receives, last_reason, body FROM queue_messages WHERE queue = ? ORDER BY number DESC LIMIT ?)
                WHERE instr(body, ?) > 0 LIMIT ?""",
                row -> new UnderWay(Pipeline.NOTIFIER.name(), row.getInt(1), Optional.ofNullable(row.getString(2))),
                Pipeline.NOTIFICATIONS_QUEUE.name(),
                MOST_LOOKED_AT,
                "\"source\":\"" + source + "\",\"id\":\"" + id + "\",",
                MOST);
    }
}
