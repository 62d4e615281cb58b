package dev.sluice.local.redriving;

import java.time.Duration;

/** Time as it passes, and waiting for more of it. */
public interface Time {

    /** That of the machine. */
    Time REAL = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    /** Nanoseconds since some moment, which may be before or after it: only differences mean anything. */
    long nanos();

    /** Returns once so much time has passed. */
    void sleep(Duration duration) throws InterruptedException;
}
