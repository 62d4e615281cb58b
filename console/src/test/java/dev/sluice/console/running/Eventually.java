package dev.sluice.console.running;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what must come true, and no longer than it may take. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private Eventually() {}

    /** The first value that is as it must be. */
    public static <T> T becomes(Supplier<T> value, Predicate<T> expected) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            var now = value.get();
            if (expected.test(now)) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come true within " + LONGEST + "; the last is " + now);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
