package dev.sluice.integration.sandbox.source;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What has happened so far, as a number that only grows: who looked since it last grew and found nothing, knows that there was
 * nothing.
 */
final class Activity {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long happened;
    private long told;
    private int waiting;

    /** Something happened after which there may be something to find. */
    void happens() {
        change(() -> happened++);
    }

    /** How much has happened. */
    long count() {
        lock.lock();
        try {
            return happened;
        } finally {
            lock.unlock();
        }
    }

    /** Something waits to be delivered. */
    void waits() {
        change(() -> {
            happened++;
            waiting++;
        });
    }

    /** It was delivered, or lost. */
    void isDone() {
        change(() -> {
            happened++;
            waiting--;
        });
    }

    /** Whether something waits to be delivered. */
    boolean isWaiting() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has looked: who waits for a state of things may find it now. */
    void looked() {
        change(() -> {});
    }

    /** Waits until more has happened than that, at most so long. */
    void rest(long count, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var left = longest.toNanos();
            while (happened <= count && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something holds, which is asked without holding the lock: others hold theirs while they tell us.
     *
     * @param step how long it may go unnoticed, where nobody tells
     * @return whether it held before the patience ended
     */
    boolean await(BooleanSupplier state, Duration patience, Duration step) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!state.getAsBoolean()) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            doze(Math.min(left, step.toNanos()));
        }
        return true;
    }

    /** Until anything is told, at most so long. */
    private void doze(long longest) throws InterruptedException {
        lock.lock();
        try {
            var before = told;
            var left = longest;
            while (told == before && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            told++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
