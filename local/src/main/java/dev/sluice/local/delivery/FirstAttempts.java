package dev.sluice.local.delivery;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.waiting.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The first attempts of one message, one for each function that it is for, made before it lies in the file.
 *
 * <p>A function returns when its effects are on the disk. So where all have done their work, nothing is left that a crash
 * could lose, and the message is never written; where one has failed, or runs too long to be waited for, the message is
 * written with what is known of it, and goes on as every other.
 */
public final class FirstAttempts {

    private final TopicMessage message;
    private final Deliveries deliveries;
    private final List<FirstAttempt> attempts;
    private final Instant leasedUntil;
    private final AtomicInteger running;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    /** Completed with them, or when they are waited for no longer. */
    private final CompletableFuture<Boolean> waited = new CompletableFuture<>();

    /**
     * Those of these functions; whoever makes them begins them.
     *
     * @param leasedUntil when an attempt is given up on that is written while it runs
     */
    FirstAttempts(TopicMessage message, List<String> functions, Deliveries deliveries, Instant leasedUntil) {
        this.message = message;
        this.deliveries = deliveries;
        this.leasedUntil = leasedUntil;
        this.running = new AtomicInteger(functions.size());
        this.attempts = functions.stream()
                .map(function -> new FirstAttempt(Lease.first(message, function), deliveries, this::oneEnded))
                .toList();
    }

    private void oneEnded() {
        if (running.decrementAndGet() == 0) {
            over.complete(true);
            waited.complete(true);
        }
    }

    List<FirstAttempt> each() {
        return attempts;
    }

    /** Whether each of them came back. */
    public boolean areOver() {
        return over.isDone();
    }

    /** Returns when each of them came back, or that time is over, or the caller is interrupted, which it still is then. */
    void await(Deadlines deadlines, Duration most) {
        // How they stand then is looked at by whoever goes on.
        var late = deadlines.in(most, () -> waited.complete(false));
        try {
            waited.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            late.close();
        }
    }

    /** Completes when each of them came back. */
    public CompletionStage<Boolean> over() {
        return over.minimalCompletionStage();
    }

    /**
     * Writes down what is not done. When this returns, all is on the disk that a sender may be told is accepted.
     *
     * @return whether there was anything to write
     * @throws Unavailable when it may not be; publishing it again is safe
     */
    boolean keep(Instant now) {
        // As they stand before the write: the work of a write may be done twice, and must write the same each time.
        var states = attempts.stream().map(FirstAttempt::state).toList();
        if (states.stream().allMatch(state -> state instanceof FirstAttempt.State.Ended(var why) && why.isEmpty())) {
            return false;
        }
        try {
            var written = message.numbered(deliveries.keep(message, attempts, states, leasedUntil, now));
            for (var i = 0; i < attempts.size(); i++) {
                if (states.get(i) instanceof FirstAttempt.State.Running) {
                    attempts.get(i).written(Lease.first(written, attempts.get(i).function()), now);
                }
            }
            return true;
        } catch (Unavailable e) {
            // It may be in the file all the same: its lease ends then, and it is found.
            attempts.forEach(FirstAttempt::abandon);
            throw e;
        }
    }
}
