package dev.sluice.local;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far transactions came, as counts of each step.
 *
 * @param accepted those of which a sender read that they are accepted, each once, whatever is repeated; other content
 *     under an id that is taken counts by itself
 * @param stored kept in the store
 * @param enriched told what their accounts' histories know
 * @param flagged of those the ones that the risk rules flagged
 * @param alerts published, repeats included
 */
public record Progress(Done accepted, Done stored, Done enriched, Done flagged, Done alerts) {

    /** What {@link Done#lately} reaches back to. */
    public static final Duration LATELY = Duration.ofMinutes(1);

    /**
     * A count.
     *
     * @param lately of all, those within the last minute
     */
    public record Done(long all, long lately) {
        Done plus(Done other) {
            return new Done(all + other.all, lately + other.lately);
        }
    }

    static Progress read(Session session, String processor, Instant now) throws SQLException {
        var since = now.minus(LATELY);
        var stored = ofTransactions(session, since);
        var elsewhere = counts(session, """
                SELECT count(*), count(*) FILTER (WHERE received_at_ms >= ?) FROM conflicts""", since)
                .plus(counts(session, """
                        SELECT count(*), count(*) FILTER (WHERE published_at_ms >= ?)
                        FROM deliveries JOIN topic_messages ON number = message WHERE function = ?""", since, processor))
                .plus(counts(session, """
                        SELECT count(*), count(*) FILTER (WHERE first_failed_at_ms >= ?)
                        FROM dead_letters WHERE function = ?""", since, processor));
        return new Progress(
                stored.accepted.plus(elsewhere),
                stored.stored,
                stored.enriched,
                stored.flagged,
                counts(session, """
                        SELECT count(*), count(*) FILTER (WHERE published_at_ms >= ?) FROM alerts""", since));
    }

    /** All that the store alone tells, in one pass over it. */
    private static Progress ofTransactions(Session session, Instant since) throws SQLException {
        return session.row(
                        """
                        SELECT count(*), count(*) FILTER (WHERE received_at_ms >= ?),
                          count(*) FILTER (WHERE stored_at_ms >= ?),
                          count(enriched_at_ms), count(*) FILTER (WHERE enriched_at_ms >= ?),
                          count(*) FILTER (WHERE status IN ('FLAGGED', 'NOTIFIED')),
                          count(*) FILTER (WHERE status IN ('FLAGGED', 'NOTIFIED') AND enriched_at_ms >= ?)
                        FROM transactions""",
                        row -> new Progress(
                                new Done(row.getLong(1), row.getLong(2)),
                                new Done(row.getLong(1), row.getLong(3)),
                                new Done(row.getLong(4), row.getLong(5)),
                                new Done(row.getLong(6), row.getLong(7)),
                                new Done(0, 0)),
                        since,
                        since,
                        since,
                        since)
                .orElseThrow();
    }

    private static Done counts(Session session, String sql, Object... values) throws SQLException {
        return session.row(sql, row -> new Done(row.getLong(1), row.getLong(2)), values)
                .orElseThrow();
    }
}
