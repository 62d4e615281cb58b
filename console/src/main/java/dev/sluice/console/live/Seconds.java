package dev.sluice.console.live;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** What came in each of the last seconds; in memory, and gone with the process. */
final class Seconds {

    /** How many are kept: five minutes. */
    static final int KEPT = 300;

    private final long[] stamps = new long[KEPT];
    private final Counts[] counts = new Counts[KEPT];

    Seconds() {
        Arrays.fill(stamps, Long.MIN_VALUE);
        Arrays.fill(counts, Counts.NONE);
    }

    /** @param second since 1970 */
    synchronized void add(long second, Counts more) {
        var slot = (int) Math.floorMod(second, (long) KEPT);
        counts[slot] = stamps[slot] == second ? counts[slot].plus(more) : more;
        stamps[slot] = second;
    }

    /** Each second that is kept and is not before that one. */
    synchronized void from(long second, BiConsumer<Long, Counts> reader) {
        for (var slot = 0; slot < KEPT; slot++) {
            if (stamps[slot] >= second) {
                reader.accept(stamps[slot], counts[slot]);
            }
        }
    }
}
