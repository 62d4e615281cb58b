package dev.sluice.local.delivery;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * New transactions for one function, in the order they were stored within each shard, one batch of a shard at a time.
 *
 * <p>As Lambda reads a stream of DynamoDB: what the function names as failed, and all behind it, comes again; a batch that
 * fails as a whole is halved, until the record that fails stands alone. Only alone its attempts count, and when they or its
 * age are used up, its position is a dead letter and the shard goes on. Unlike Lambda, each record is tried once, however
 * long the machine was off.
 */
final class StreamHop implements Hop {

    /** The first wait after a failure; it doubles with each further one. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Database database;
    private final Function function;
    private final Trigger.Stream stream;

    StreamHop(Database database, Function function, Trigger.Stream stream) {
        this.database = database;
        this.function = function;
        this.stream = stream;
    }

    @Override
    public void voidLeases(Session session, Instant now) throws SQLException {
        for (var shard = 0; shard < SqliteTransactionStore.SHARDS; shard++) {
            session.change("""
                    INSERT INTO stream_shards (function, shard, attempts, narrowed_to, due_at_ms) VALUES (?, ?, 0, ?, ?)
                    ON CONFLICT DO NOTHING""", function.name(), shard, stream.batch(), now);
        }
        session.change("""
                UPDATE stream_shards SET leased_until_ms = NULL, due_at_ms = ?
                WHERE function = ? AND leased_until_ms IS NOT NULL""", now, function.name());
    }

    @Override
    public int most() {
        return SqliteTransactionStore.SHARDS;
    }

    @Override
    public List<Delivery> lease(Session session, Instant now, Instant until, int limit) throws SQLException {
        session.change("""
                UPDATE stream_shards SET leased_until_ms = NULL, due_at_ms = ?
                WHERE function = ? AND leased_until_ms <= ?""", now, function.name(), now);
        var shards = new ArrayList<>(session.rows(
                """
                UPDATE stream_shards SET attempts = attempts + 1, leased_until_ms = ?
                WHERE function = ? AND shard IN (
                  SELECT s.shard FROM stream_shards s
                  WHERE s.function = ? AND s.leased_until_ms IS NULL AND s.due_at_ms <= ? AND EXISTS (
                    SELECT 1 FROM stream_records r WHERE r.function = s.function AND r.shard = s.shard)
                  ORDER BY s.due_at_ms, s.shard LIMIT ?)
                RETURNING shard, attempts, narrowed_to, first_failed_at_ms, last_reason""",
                row -> {
                    var failed = row.getLong(4);
                    return new Shard(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(failed)),
                            Optional.ofNullable(row.getString(5)));
                },
                until,
                function.name(),
                function.name(),
                now,
                limit));
        // RETURNING promises no order.
        shards.sort(Comparator.comparingInt(Shard::number));
        var deliveries = new ArrayList<Delivery>();
        for (var shard : shards) {
            deliveries.add(new Batch(
                    shard,
                    StreamRecord.next(
                            session, function.name(), shard.number, Math.min(shard.narrowedTo, stream.batch()))));
        }
        return deliveries;
    }

    @Override
    public Optional<Instant> nextDue(Session session) throws SQLException {
        return session.row("""
                SELECT min(coalesce(s.leased_until_ms, s.due_at_ms)) FROM stream_shards s
                WHERE s.function = ? AND EXISTS (
                  SELECT 1 FROM stream_records r WHERE r.function = s.function AND r.shard = s.shard)
                HAVING count(*) > 0""", row -> Instant.ofEpochMilli(row.getLong(1)), function.name());
    }

    /**
     * How far the function is with a shard.
     *
     * @param firstFailedAt when its first record first failed alone, if it did
     * @param lastReason why the last batch failed, if it did
     */
    private record Shard(
            int number, int attempts, int narrowedTo, Optional<Instant> firstFailedAt, Optional<String> lastReason) {}

    private final class Batch implements Delivery {
        private final Shard shard;
        private final List<StreamRecord> records;

        Batch(Shard shard, List<StreamRecord> records) {
            this.shard = shard;
            this.records = List.copyOf(records);
        }

        @Override
        public String function() {
            return function.name();
        }

        @Override
        public byte[] event() {
            return StreamRecord.event(stream.table().name(), records);
        }

        @Override
        public String requestId() {
            return function.name() + "-" + shard.number + "-"
                    + records.getFirst().row() + "-" + shard.attempts;
        }

        @Override
        public void returned(byte[] answer, Instant now) {
            switch (BatchOutcome.read(answer)) {
                case BatchOutcome.Unreadable(var why) -> failed(why, now);
                case BatchOutcome.Failures failures -> {
                    // Lambda goes on from the lowest sequence number that was named.
                    var first = IntStream.range(0, records.size())
                            .filter(i -> failures.holds(records.get(i).sequenceNumber()))
                            .findFirst();
                    if (first.isPresent()) {
                        var at = first.getAsInt();
                        failedAt(at, failures.reason(records.get(at).sequenceNumber()), now);
                    } else if (failures.failures().isEmpty()) {
                        database.writeSometime(session -> allDone(session, now));
                    } else {
                        failed("the function named a record that it was not given", now);
                    }
                }
            }
        }

        @Override
        public void failed(String reason, Instant now) {
            if (records.size() == 1) {
                failedAt(0, reason, now);
                return;
            }
            // Which of them it was is not known: halves are not counted as attempts of any.
            database.write(session -> session.change(
                    """
                    UPDATE stream_shards SET attempts = 0, narrowed_to = ?, leased_until_ms = NULL, due_at_ms = ?,
                      last_reason = ?
                    WHERE function = ? AND shard = ? AND attempts = ?""", records.size() / 2, now, reason, function.name(), shard.number, shard.attempts));
        }

        /** All before it are done; it comes again alone, or is given up on. */
        private void failedAt(int index, String reason, Instant now) {
            var record = records.get(index);
            var attempts = index == 0 ? shard.attempts : 1;
            var first = index == 0 ? shard.firstFailedAt.orElse(now) : now;
            var tooOld = record.writtenAt().plus(stream.longestAge()).isBefore(now);
            var givenUp = attempts > stream.retries() || tooOld;
            database.write(session -> {
                if (givenUp) {
                    if (done(session, index + 1, 0, stream.batch(), now) == 1) {
                        DeadLetterRow.insert(
                                session,
                                stream.deadLetters(),
                                function.name(),
                                StreamPosition.of(function.name(), shard.number, record, attempts, tooOld, now),
                                reason,
                                attempts,
                                first,
                                now,
                                Optional.empty());
                    }
                    return 0;
                }
                if (done(session, index, attempts, 1, now.plus(waitAfter(attempts))) == 0) {
                    return 0;
                }
                return session.change("""
                        UPDATE stream_shards SET first_failed_at_ms = ?, last_reason = ?
                        WHERE function = ? AND shard = ?""", first, reason, function.name(), shard.number);
            });
        }

        private int allDone(Session session, Instant now) throws SQLException {
            var mine = done(session, records.size(), 0, stream.batch(), now);
            // What is known to have failed comes again alone, so it is the first, and there is no other.
            if (mine == 1 && shard.firstFailedAt.isPresent() && shard.lastReason.isPresent()) {
                var record = records.getFirst();
                RetriedRow.put(
                        session,
                        record.source(),
                        record.id(),
                        function.name(),
                        shard.attempts,
                        shard.firstFailedAt.get(),
                        shard.lastReason.get(),
                        now);
            }
            return mine;
        }

        /** Takes the first so many records off, and sets how the shard goes on; not where a later attempt took over. */
        private int done(Session session, int count, int attempts, int narrowedTo, Instant due) throws SQLException {
            var mine = session.change(
                    """
                    UPDATE stream_shards SET attempts = ?, narrowed_to = ?, leased_until_ms = NULL, due_at_ms = ?,
                      first_failed_at_ms = NULL, last_reason = NULL
                    WHERE function = ? AND shard = ? AND attempts = ? AND leased_until_ms IS NOT NULL AND EXISTS (
                      SELECT 1 FROM stream_records WHERE function = ? AND shard = ? AND transaction_row = ?)""",
                    attempts,
                    narrowedTo,
                    due,
                    function.name(),
                    shard.number,
                    shard.attempts,
                    function.name(),
                    shard.number,
                    records.getFirst().row());
            if (mine == 1 && count > 0) {
                session.change(
                        "DELETE FROM stream_records WHERE function = ? AND shard = ? AND transaction_row <= ?",
                        function.name(),
                        shard.number,
                        records.get(count - 1).row());
            }
            return mine;
        }
    }

    private static Duration waitAfter(int attempts) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
