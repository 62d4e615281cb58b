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

    /** Of that function's triggers and of the dead letters that are redriven to it. */
    static HopCensus read(Session session, Function function) throws SQLException {
        var hop = invocations(session, function.name());
        for (var trigger : function.triggers()) {
            switch (trigger) {
                case Trigger.Route ignored -> {}
                case Trigger.Subscription ignored -> {}
                case Trigger.Schedule ignored -> {}
                case Trigger.Stream ignored -> hop = hop.plus(stream(session, function.name()));
                case Trigger.Messages messages ->
                    hop = hop.plus(
                            queue(session, function.name(), messages.queue().name()));
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

    private static HopCensus invocations(Session session, String function) throws SQLException {
        return counts(session, function, """
                SELECT count(*) FILTER (WHERE leased_until_ms IS NULL), count(leased_until_ms),
                  count(*) FILTER (WHERE last_reason IS NOT NULL OR earlier_reasons IS NOT NULL),
                  (SELECT count(*) FROM dead_letters WHERE function = ?), min(published_at_ms)
                FROM deliveries JOIN topic_messages ON number = message WHERE function = ?""", function, function);
    }

    /** A batch holds the first records of its shard, as many as the shard is narrowed to. */
    private static HopCensus stream(Session session, String function) throws SQLException {
        return counts(session, function, """
                SELECT records - running, running, failing, 0,
                  (SELECT stored_at_ms FROM transactions WHERE row = first)
                FROM (
                  SELECT sum(records) AS records, sum(running) AS running, sum(failing) AS failing, min(first) AS first
                  FROM (
                    SELECT count(*) AS records, min(transaction_row) AS first,
                      iif(leased_until_ms IS NULL, 0, min(count(*), narrowed_to)) AS running,
                      last_reason IS NOT NULL AS failing
                    FROM stream_shards s JOIN stream_records r ON r.function = s.function AND r.shard = s.shard
                    WHERE s.function = ? GROUP BY s.shard))""", function);
    }

    private static HopCensus queue(Session session, String function, String queue) throws SQLException {
        return counts(session, function, """
                SELECT count(*) FILTER (WHERE in_flight = 0), count(*) FILTER (WHERE in_flight = 1),
                  count(last_reason), 0, min(sent_at_ms) FROM queue_messages WHERE queue = ?""", queue);
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
