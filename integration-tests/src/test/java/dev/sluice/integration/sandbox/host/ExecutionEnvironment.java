package dev.sluice.integration.sandbox.host;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that a function runs in (AWS, "Understanding the Lambda execution environment lifecycle"): one invocation at a
 * time.
 */
final class ExecutionEnvironment implements AutoCloseable {

    /** Lambda gives 10 seconds to the start; a machine that runs everything at once is slower. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final String logStream;
    private final RuntimeApi api;
    private final Process process;
    private final PrintedLines printed;
    private final Duration timeout;
    private final Instant startedAt;
    private boolean invokedBefore;

    /**
     * Takes a process that was just started.
     *
     * @param logStream the log stream that is its own
     * @param timeout how long an invocation may take
     */
    ExecutionEnvironment(
            String logStream,
            RuntimeApi api,
            Process process,
            PrintedLines printed,
            Duration timeout,
            Instant startedAt) {
        this.logStream = logStream;
        this.api = api;
        this.process = process;
        this.printed = printed;
        this.timeout = timeout;
        this.startedAt = startedAt;
    }

    /**
     * How an invocation went.
     *
     * @param cold from the start of the process to its first question for an event; zero for all but its first invocation
     * @param from when the event was handed over
     * @param to when the outcome was known
     * @param lines what was printed since the invocation before
     */
    record Went(Outcome outcome, Duration cold, Instant from, Instant to, List<String> lines) {

        Duration took() {
            return Duration.between(from, to);
        }
    }

    String logStream() {
        return logStream;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the process asks for its first event, or has failed to. */
    void awaitReady() throws InterruptedException {
        awaitAny(LONGEST_START, api.ready(), api.initError(), process.onExit());
    }

    /** Has an event worked on; past the timeout, the process is killed. */
    Went invoke(Invocation invocation) throws InterruptedException, IOException {
        awaitReady();
        var cold = invokedBefore || !api.ready().isDone()
                ? Duration.ZERO
                : Duration.between(startedAt, api.ready().join());
        invokedBefore = true;
        var running = api.hand(invocation);
        awaitAny(LONGEST_START, running.handedOver(), api.initError(), process.onExit());
        var from = running.handedOver().isDone() ? running.handedOver().join() : Instant.now();
        if (running.handedOver().isDone()) {
            awaitAny(timeout, running.outcome(), process.onExit());
        }
        var to = Instant.now();
        var outcome = outcome(running, to);
        if (!outcome.leavesProcess()) {
            kill();
        }
        return new Went(outcome, cold, from, to, outcome.leavesProcess() ? printed.fresh() : printed.last());
    }

    private Outcome outcome(RuntimeApi.Running running, Instant now) {
        var request = running.invocation().id();
        if (running.outcome().isDone()) {
            return running.outcome().join();
        }
        if (api.initError().isDone()) {
            return new Outcome.NotMade(api.initError().join());
        }
        return process.isAlive()
                ? Outcome.timedOut(now, request, running.handedOver().isDone() ? timeout : LONGEST_START)
                : Outcome.exited(request, process.exitValue());
    }

    private static void awaitAny(Duration limit, CompletableFuture<?>... futures) throws InterruptedException {
        try {
            CompletableFuture.anyOf(futures).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Whoever waits looks which of them is done.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
