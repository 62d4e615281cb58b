package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.host.Functions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at one source again and again, soon after something happened and more rarely when nothing does. */
final class Pump implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(30);
    private static final Duration RARELY = Duration.ofMillis(300);

    /** After so many looks in vain it is looked rarely. */
    private static final int VAIN = 20;

    private final Activity activity;
    private final Functions functions;
    private final Notes notes;
    private final AtomicReference<Source> source;
    private static final long NEVER = -1;
    private volatile long quietAt = NEVER;
    private volatile boolean closed;
    /** Whether what the last look did not find is not there. */
    private boolean quiet;

    private int vain;
    private int failed;

    /**
     * Made, not started.
     *
     * @param functions while one of them is at work, what it sends may be found by the next look only
     */
    Pump(Source source, Activity activity, Functions functions, Notes notes) {
        this.source = new AtomicReference<>(source);
        this.activity = activity;
        this.functions = functions;
        this.notes = notes;
    }

    void start() {
        Thread.ofVirtual().name("pump").start(this::run);
    }

    /** From the next look on it is this one. */
    void exchange(Source other) {
        source.set(other);
    }

    /** Whether a look found nothing that began after all that has happened. */
    boolean isQuiet() {
        return quietAt == stamp();
    }

    /** Tells two moments apart between which something happened, or an invocation ended. */
    private long stamp() {
        return activity.count() + functions.ended();
    }

    private void run() {
        try {
            while (!closed) {
                var count = activity.count();
                var stamp = stamp();
                var rested = !activity.isWaiting() && functions.isIdle();
                if (look()) {
                    vain = 0;
                    activity.happens();
                } else {
                    quietAt = rested && quiet ? stamp : NEVER;
                    vain = rested ? vain + 1 : 0;
                    activity.looked();
                    activity.rest(count, vain > VAIN ? RARELY : SOON);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be read holds nothing, for as long as that is so; the journal says why. */
    private boolean look() {
        var looked = source.get();
        quiet = true;
        try {
            var found = looked.look();
            failed = 0;
            return found;
        } catch (SdkException e) {
            // What passes by itself may hide something: only so many times is it taken for nothing being there.
            quiet = !Refusal.isPassing(e) || ++failed > VAIN;
            return isBlocked(looked, "cannot be read: " + Refusal.of(e));
        } catch (RuntimeException e) {
            return isBlocked(looked, "the sandbox failed: " + e.getClass().getName());
        }
    }

    /** Nothing is found there; what fails because everything is closed is nobody's fault. */
    private boolean isBlocked(Source looked, String why) {
        vain = quiet ? VAIN : 0;
        if (!closed) {
            notes.blocked(looked.from(), looked.function(), why);
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }
}
