package dev.sluice.local.sqlite;

import java.time.Duration;

/**
 * How long a writer lets tasks gather before it commits them: not at all while few come, and where many do, until 5 ms
 * after it last began.
 *
 * <p>A disk that syncs in a fraction of a millisecond would otherwise have it commit two or three tasks at a time, and a
 * commit costs far more than a task. PostgreSQL knows the same as {@code commit_delay} and {@code commit_siblings}.
 *
 * <p>Times are nanoseconds of {@link System#nanoTime}; used by one thread.
 */
final class Gathering {

    static final long LONGEST = Duration.ofMillis(5).toNanos();

    /** A sender who waits for each answer leaves three or four tasks a stretch: it is alone, and nobody to wait for. */
    static final int FEW = 8;

    private long stretch = -LONGEST;
    private int inThis;
    private int inLast;
    private long lastBegan = -LONGEST;

    /** How long to wait, from now, before what has gathered is taken. */
    long before(long now) {
        if (now - stretch >= LONGEST) {
            inLast = now - stretch < 2 * LONGEST ? inThis : 0;
            inThis = 0;
            stretch = now;
        }
        return inLast < FEW ? 0 : Math.max(0, lastBegan + LONGEST - now);
    }

    /** So many tasks are taken now. */
    void taken(int tasks, long now) {
        inThis += tasks;
        lastBegan = now;
    }
}
