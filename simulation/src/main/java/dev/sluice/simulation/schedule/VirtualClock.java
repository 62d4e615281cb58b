package dev.sluice.simulation.schedule;

import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock: it goes with the scheduler's time, and steps when somebody sets it. */
public final class VirtualClock implements InstantSource {

    private final Scheduler scheduler;
    private final Instant start;
    private long offset;

    public VirtualClock(Scheduler scheduler, Instant start) {
        this.scheduler = scheduler;
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusMillis(scheduler.now() + offset);
    }

    /** Sets it forwards, or backwards where negative. */
    public void step(long millis) {
        offset += millis;
    }
}
