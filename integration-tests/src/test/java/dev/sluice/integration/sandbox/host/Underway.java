package dev.sluice.integration.sandbox.host;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is under way or waits. */
final class Underway {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong ended = new AtomicLong();

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        ended.incrementAndGet();
        count.decrementAndGet();
    }

    long ended() {
        return ended.get();
    }

    boolean isNothing() {
        return count.get() == 0;
    }
}
