package dev.sluice.local;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one function stands that is invoked by something that waits.
 *
 * @param function its name
 * @param waiting what is for it and does not run now
 * @param inFlight what it was given and has not come back
 * @param retried of both, what has failed before
 * @param dead what it gave up on
 * @param oldest since when the one waits or runs that is there longest
 */
public record HopCensus(
        String function, long waiting, long inFlight, long retried, long dead, Optional<Instant> oldest) {

    /** More than there ever are. */
    private static final int ALL = Integer.MAX_VALUE;

    /** Of that function's triggers and of the dead letters that are redriven to it. */
    static HopCensus read(Session session, Function function) throws SQLException {
        return read(session, function, ALL);
    }

    /**
     * The same, for whoever asks again and again: what waits in great numbers is not counted to its end.
     *
     * @param most how many are counted of each kind of thing that waits
     */
    public static HopCensus read(Session session, Function function, int most) throws SQLException {
        var hop = invocations(session, function.name(), most);
        for (var trigger : function.triggers()) {
            switch (trigger) {
                case Trigger.Route ignored -> {}
                case Trigger.Subscription ignored -> {}
                case Trigger.Schedule ignored -> {}
                case Trigger.Stream ignored -> hop = hop.plus(stream(session, function.name(), most));
                case Trigger.Messages messages ->
                    hop = hop.plus(
                            queue(session, function.name(), messages.queue().name(), most));
            }
        }
        return hop;
    }

    private HopCensus plus(HopCensus other) {
        return new HopCensus(
                function,
                waiting + other.waiting,
                inFlight + other.inFlight,
                retried + other.retried,
                dead + other.dead,
                List.of(oldest, other.oldest).stream().flatMap(Optional::stream).min(Instant::compareTo));
    }

    /** Messages are numbered as they are published: the lowest number is the oldest. */
    private static HopCensus invocations(Session session, String function, int most) throws SQLException {
        return counts(session, function, """
                SELECT waiting, running, failing, (SELECT count(*) FROM dead_letters WHERE function = ?),
                  (SELECT published_at_ms FROM topic_messages WHERE number = first)
                FROM (
                  SELECT count(*) FILTER (WHERE leased_until_ms IS NULL) AS waiting, count(leased_until_ms) AS running,
                    count(*) FILTER (WHERE last_reason IS NOT NULL OR earlier_reasons IS NOT NULL) AS failing,
                    min(message) AS first
                  FROM (
                    SELECT message, leased_until_ms, last_reason, earlier_reasons FROM deliveries
                    WHERE function = ? ORDER BY message LIMIT ?))""", function, function, most);
    }

    /** A batch holds the first records of its shard, as many as the shard is narrowed to. */
    private static HopCensus stream(Session session, String function, int most) throws SQLException {
        return counts(session, function, """
                SELECT records - running, running, failing, 0,
                  (SELECT stored_at_ms FROM transactions WHERE row = first)
                FROM (
                  SELECT sum(records) AS records, sum(failing) AS failing, min(first) AS first,
                    sum(iif(leased_until_ms IS NULL, 0, min(records, narrowed_to))) AS running
                  FROM (
                    SELECT shard, count(*) AS records, min(transaction_row) AS first
                    FROM (SELECT shard, transaction_row FROM stream_records WHERE function = ? LIMIT ?) GROUP BY shard)
                  JOIN (
                    SELECT shard, leased_until_ms, narrowed_to, last_reason IS NOT NULL AS failing FROM stream_shards
                    WHERE function = ?) USING (shard))""", function, most, function);
    }

    private static HopCensus queue(Session session, String function, String queue, int most) throws SQLException {
        return counts(session, function, """
                SELECT count(*) FILTER (WHERE in_flight = 0), count(*) FILTER (WHERE in_flight = 1),
                  count(last_reason), 0, min(sent_at_ms)
                FROM (SELECT in_flight, last_reason, sent_at_ms FROM queue_messages WHERE queue = ? LIMIT ?)""", queue, most);
    }

    private static HopCensus counts(Session session, String function, String sql, Object... values)
            throws SQLException {
        return session.row(
                        sql,
                        row -> {
                            var oldest = row.getLong(5);
                            var at = row.wasNull()
                                    ? Optional.<Instant>empty()
                                    : Optional.of(Instant.ofEpochMilli(oldest));
                            return new HopCensus(
                                    function, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), at);
                        },
                        values)
                .orElseThrow();
    }
}
