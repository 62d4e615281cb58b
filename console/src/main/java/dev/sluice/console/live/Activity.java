package dev.sluice.console.live;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What came when: the last minutes by the second in memory, a week by tens of seconds in the file. */
final class Activity {

    /** How long a bucket of the file is. */
    static final Duration BUCKET = Duration.ofSeconds(10);

    /** How long the file keeps a bucket. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);

    /** How much is removed at once at most, so that a pruning never holds others up: six hours of buckets. */
    private static final Duration PRUNED_AT_ONCE = Duration.ofHours(6);

    private final Database database;
    private final Instant startedAt;
    private final Seconds seconds = new Seconds();
    private final Map<Long, Counts> unwritten = new TreeMap<>();
    private Instant prunedAt;

    Activity(Database database, Instant startedAt) {
        this.database = database;
        this.startedAt = startedAt;
        this.prunedAt = Instant.EPOCH;
    }

    Instant startedAt() {
        return startedAt;
    }

    Seconds seconds() {
        return seconds;
    }

    void add(Instant now, Counts more) {
        if (more.byKind().isEmpty()) {
            return;
        }
        seconds.add(now.getEpochSecond(), more);
        var bucket = now.toEpochMilli() - Math.floorMod(now.toEpochMilli(), BUCKET.toMillis());
        unwritten.merge(bucket, more, Counts::plus);
    }

    /** Has what came written, and once an hour what is old removed. Losing it would cost a chart some of its height. */
    void beat(Instant now) {
        var buckets = taken();
        if (!buckets.isEmpty()) {
            database.writeSometime(session -> write(session, buckets));
        }
        if (Duration.between(prunedAt, now).compareTo(BETWEEN_PRUNINGS) >= 0) {
            prunedAt = now;
            database.writeSometime(session -> session.change("""
                    DELETE FROM activity WHERE bucket_start_ms
                      < min(?, (SELECT coalesce(min(bucket_start_ms), 0) FROM activity) + ?)""", now.minus(KEPT), PRUNED_AT_ONCE.toMillis()));
        }
    }

    /** Writes what is left. */
    void end() {
        var buckets = taken();
        try {
            if (!buckets.isEmpty()) {
                database.write(session -> write(session, buckets));
            }
        } catch (Unavailable e) {
            // A pipeline that stops must stop, whatever a chart loses.
            return;
        }
    }

    private Map<Long, Counts> taken() {
        var taken = Map.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    private static int write(Session session, Map<Long, Counts> buckets) throws SQLException {
        for (var bucket : buckets.entrySet()) {
            for (var kind : bucket.getValue().byKind().entrySet()) {
                session.change("""
                        INSERT INTO activity (bucket_start_ms, kind, count) VALUES (?, ?, ?)
                        ON CONFLICT (bucket_start_ms, kind) DO UPDATE SET count = count + excluded.count""", bucket.getKey(), kind.getKey(), kind.getValue());
            }
        }
        return buckets.size();
    }
}
