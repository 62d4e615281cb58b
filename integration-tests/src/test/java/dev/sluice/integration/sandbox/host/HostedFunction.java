package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A deployed function with the one process that it has at most: as many invocations as are reserved for it may be there at
 * once (AWS, "Configuring reserved concurrency"); they take turns.
 */
final class HostedFunction implements AutoCloseable {

    /** What an account has where nothing is reserved. */
    private static final int ACCOUNT_CONCURRENCY = 1000;

    private static final long LONGEST_WAIT_SECONDS = 600;

    private final Launcher launcher;
    private final Observer observer;
    private final DeadLetters deadLetters;
    private final Journal journal;
    private final int concurrency;
    private final Semaphore places;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Optional<ExecutionEnvironment> current = Optional.empty();
    private volatile boolean retired;

    HostedFunction(Launcher launcher, Observer observer, DeadLetters deadLetters, Journal journal) {
        this.launcher = launcher;
        this.observer = observer;
        this.deadLetters = deadLetters;
        this.journal = journal;
        var reserved = function().reservedConcurrency();
        concurrency = reserved < 0 ? ACCOUNT_CONCURRENCY : reserved;
        places = new Semaphore(concurrency);
    }

    DeployedFunction function() {
        return launcher.variables().function();
    }

    FunctionVariables variables() {
        return launcher.variables();
    }

    /** Whether its processes are what would be started for that. */
    boolean runs(FunctionVariables variables) {
        return launcher.variables().equals(variables);
    }

    /** Starts its process where none runs, and waits until it can be invoked. */
    void warm() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            environment().awaitReady();
        } finally {
            leave();
        }
    }

    /**
     * Invokes it.
     *
     * @param attempt from 1
     */
    Functions.Answer invoke(Request request, int attempt) throws InterruptedException {
        if (!places.tryAcquire()) {
            metrics(request).throttled(Instant.now());
            return new Functions.Answer.Throttled();
        }
        try {
            return inTurn(request, attempt).answer();
        } finally {
            places.release();
        }
    }

    /** Waits until there is room for one more; whether it is still there is another matter. */
    void awaitPlace() throws InterruptedException {
        if (places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            places.release();
        }
    }

    /**
     * Gives an event up for good.
     *
     * @param code the HTTP status of the last attempt
     * @param failure what the runtime said of it
     */
    void giveUp(Request request, int code, String failure) {
        deadLetters.take(request, metrics(request), code, failure);
    }

    private LambdaMetrics metrics(Request request) {
        return new LambdaMetrics(
                journal, function().name(), request.qualifier(function().name()));
    }

    private Outcome inTurn(Request request, int attempt) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            var environment = environment();
            var arn = request.qualifier(function().name())
                    .map(qualifier -> function().arn() + ":" + qualifier)
                    .orElse(function().arn());
            var invocation = new Invocation(request.id(), request.event(), arn, TraceHeader.fresh(Instant.now()));
            var went = environment.invoke(invocation);
            if (!went.outcome().leavesProcess()) {
                end();
            }
            observer.invoked(environment, invocation, went);
            tell(request, attempt, went);
            return went.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            leave();
        }
    }

    private void tell(Request request, int attempt, ExecutionEnvironment.Went went) {
        var failed = !(went.outcome() instanceof Outcome.Answered);
        journal.write(
                went.to(),
                new Event.Invoked(
                        function().name(),
                        request.id(),
                        request.by(),
                        attempt,
                        went.cold(),
                        went.took(),
                        went.outcome().word(),
                        failed));
        metrics(request).invoked(went.to(), failed, went.took(), concurrency - places.availablePermits());
    }

    private ExecutionEnvironment environment() {
        if (current.filter(ExecutionEnvironment::isAlive).isEmpty()) {
            end();
            current = Optional.of(launcher.start());
        }
        return current.get();
    }

    private void end() {
        current.ifPresent(ExecutionEnvironment::close);
        current = Optional.empty();
    }

    private void leave() {
        turn.unlock();
        endWhereRetired();
    }

    /** Ends its process; an invocation that is under way is let finish. */
    void retire() {
        retired = true;
        endWhereRetired();
    }

    /** Whoever holds the turn looks again when it is given back. */
    private void endWhereRetired() {
        if (retired && turn.tryLock()) {
            try {
                end();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Ends its process at once. */
    @Override
    public void close() {
        retired = true;
        current.ifPresent(ExecutionEnvironment::close);
        observer.close();
    }
}
