package dev.sluice.domain.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of time that an account's history keeps an aggregate for: aligned to the epoch in UTC, so that any window
 * is made of few of them and of the single entries at its two ends.
 *
 * @param start inclusive, a whole multiple of the width since the epoch
 */
public record Bucket(Width width, Instant start) {

    /** How long a bucket is. */
    public enum Width {
        MILLISECOND(1L),
        SECOND(1_000L),
        MINUTE(60_000L),
        HOUR(3_600_000L),
        DAY(86_400_000L);

        private final long millis;

        Width(long millis) {
            this.millis = millis;
        }

        public long millis() {
            return millis;
        }

        /** The bucket of this width that holds the instant. */
        public Bucket holding(Instant instant) {
            var at = instant.toEpochMilli();
            return new Bucket(this, Instant.ofEpochMilli(at - Math.floorMod(at, millis)));
        }
    }

    /** The buckets, one of each width, that a transaction at that instant is counted in. */
    public static List<Bucket> holding(Instant instant) {
        return Arrays.stream(Width.values()).map(w -> w.holding(instant)).toList();
    }
}
