package dev.sluice.integration.sandbox.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Periods in a row as CloudWatch cuts time: each begins at a multiple of its length since 1970, so that one of five minutes
 * begins at :00, :05, :10 (AWS, "CloudWatch concepts", periods). Only those that are over are looked at: in one that runs, a
 * sum is not yet what it will be.
 *
 * @param length of each; whole seconds
 * @param end where the last one ends
 * @param count how many
 */
record Periods(Duration length, Instant end, int count) {

    /** The last ones that are over. */
    static Periods before(Instant now, Duration length, int count) {
        return new Periods(length, aligned(now, length), count);
    }

    /** Where each begins, the oldest first. */
    List<Instant> starts() {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> end.minus(length.multipliedBy(count + 1 - number)))
                .toList();
    }

    /** The last of them. */
    Periods last(int some) {
        return new Periods(length, end, some);
    }

    /** Whether a moment is in one of them. The end of one is the beginning of the next. */
    boolean have(Instant at) {
        return at.isBefore(end) && !at.isBefore(end.minus(length.multipliedBy(count)));
    }

    /** Where the period begins that a moment is in. */
    Instant startOf(Instant at) {
        return aligned(at, length);
    }

    private static Instant aligned(Instant at, Duration length) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }
}
