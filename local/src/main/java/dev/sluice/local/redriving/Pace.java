package dev.sluice.local.redriving;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Says when the next letter may go. */
@FunctionalInterface
public interface Pace {

    /** As fast as it goes. */
    Pace UNLIMITED = () -> {};

    /** Waits for its turn. */
    void await() throws InterruptedException;

    /**
     * So many a second, evenly spaced, an hour apart at most; what was missed is not made up for.
     *
     * @param perSecond more than 0
     */
    static Pace evenly(double perSecond, Time time) {
        var apart = (long) Math.min(1e9 / perSecond, Duration.ofHours(1).toNanos());
        var next = new AtomicLong(time.nanos());
        return () -> {
            var now = time.nanos();
            var wait = next.get() - now;
            next.set(now + Math.max(wait, 0) + apart);
            if (wait > 0) {
                time.sleep(Duration.ofNanos(wait));
            }
        };
    }
}
