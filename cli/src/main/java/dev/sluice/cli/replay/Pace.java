package dev.sluice.cli.replay;

import java.time.Duration;

/** Lets a stated number of sends a second start, evenly spaced. */
public final class Pace {

    private final long nanosApart;
    private long next;

    /**
     * Starts the clock.
     *
     * @param perSecond more than 0; infinite for no limit
     */
    public Pace(double perSecond) {
        this.nanosApart = Double.isInfinite(perSecond) ? 0 : (long) (1e9 / perSecond);
        this.next = System.nanoTime();
    }

    /** Waits for its turn. What was missed while the pipeline was slow is not made up for. */
    public void await() throws InterruptedException {
        if (nanosApart == 0) {
            return;
        }
        var now = System.nanoTime();
        var wait = next - now;
        next = Math.max(next, now) + nanosApart;
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }
}
