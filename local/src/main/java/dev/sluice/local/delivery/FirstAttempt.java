package dev.sluice.local.delivery;

import dev.sluice.handlers.port.Unavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first attempt of a message that lies in no file yet. How it ends is told to whoever published the message, or, where
 * that one no longer waits and has written it down, to the file.
 */
final class FirstAttempt implements Delivery {

    /** How it stands. */
    sealed interface State {
        /** The function has it, and the publisher waits. */
        record Running() implements State {}

        /**
         * The function came back while the publisher waited.
         *
         * @param failure why it failed, if it did
         */
        record Ended(Optional<String> failure) implements State {}

        /** It runs on as an attempt of the delivery in the file. */
        record Written(Lease lease) implements State {}

        /** Nobody wants to know: the publisher was told that the message is not accepted. */
        record Abandoned() implements State {}
    }

    private static final State RUNNING = new State.Running();

    private final Lease lease;
    private final Deliveries deliveries;
    private final Runnable ended;
    private final AtomicReference<State> state = new AtomicReference<>(RUNNING);

    /**
     * One that runs.
     *
     * @param ended run when it ends while the publisher waits
     */
    FirstAttempt(Lease lease, Deliveries deliveries, Runnable ended) {
        this.lease = lease;
        this.deliveries = deliveries;
        this.ended = ended;
    }

    State state() {
        return state.get();
    }

    @Override
    public String function() {
        return lease.function();
    }

    @Override
    public byte[] event() {
        return lease.message().event();
    }

    @Override
    public String requestId() {
        return lease.requestId();
    }

    @Override
    public void returned(byte[] answer, Instant now) {
        end(deliveries.failure(function(), answer), now);
    }

    @Override
    public void failed(String reason, Instant now) {
        end(Optional.of(reason), now);
    }

    private void end(Optional<String> failure, Instant now) {
        if (state.compareAndSet(RUNNING, new State.Ended(failure))) {
            ended.run();
        } else if (state.get() instanceof State.Written(var inFile)) {
            deliveries.ended(inFile, failure, now);
        }
    }

    /** It is in the file, as an attempt that is under way. */
    void written(Lease inFile, Instant now) {
        if (!state.compareAndSet(RUNNING, new State.Written(inFile))
                && state.get() instanceof State.Ended(var failure)) {
            try {
                deliveries.ended(inFile, failure, now);
            } catch (Unavailable e) {
                // Not written down, so not known: the lease ends by itself, and the delivery is made again.
                return;
            }
        }
    }

    void abandon() {
        state.compareAndSet(RUNNING, new State.Abandoned());
    }
}
