package dev.sluice.integration.kill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, never for ever. */
final class Wait {

    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private Wait() {}

    /** Until it is so, or the time is over; says whether it is so. */
    static boolean until(BooleanSupplier condition, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    /** That long. */
    static void that(Duration time) {
        until(() -> false, time);
    }

    /** That long, or until it is so, whichever comes first. */
    static void atMost(Duration time, BooleanSupplier orUntil) {
        until(orUntil, time);
    }
}
