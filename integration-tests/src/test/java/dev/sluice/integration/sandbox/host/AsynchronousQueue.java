package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The queue that Lambda keeps of the asynchronous invocations of a function (AWS, "How Lambda handles errors and retries with
 * asynchronous invocation"). An event that fails is tried again as often as was configured; the minutes between are left out.
 */
final class AsynchronousQueue implements AutoCloseable {

    /** What AWS waits before the second and the third attempt. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    /** The first wait of a throttled event; AWS waits longer from time to time. */
    private static final Duration THROTTLED_WAIT = Duration.ofSeconds(1);

    private static final int FAILED = 200;
    private static final int TOO_MANY = 429;

    private final String name;
    private final Supplier<Optional<HostedFunction>> hosted;
    private final Journal journal;
    private final Underway underway;
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Thread worker;

    /**
     * Opens one.
     *
     * @param hosted the function as it is deployed when asked; empty where it is no more
     */
    AsynchronousQueue(String name, Supplier<Optional<HostedFunction>> hosted, Journal journal, Underway underway) {
        this.name = name;
        this.hosted = hosted;
        this.journal = journal;
        this.underway = underway;
        worker = Thread.ofVirtual().name("asynchronous-" + name).start(this::work);
    }

    void add(Request request) {
        underway.begin();
        waiting.add(request);
    }

    private void work() {
        try {
            while (true) {
                var next = waiting.take();
                try {
                    attempt(next);
                } catch (RuntimeException e) {
                    // The next event is none of its business.
                    journal.write(
                            Instant.now(),
                            new Event.Passed(
                                    next.by(), name, Set.of(), false, "the sandbox failed: " + e.getMessage()));
                } finally {
                    underway.end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Request request) throws InterruptedException {
        for (var attempt = 1; ; ) {
            var deployed = hosted.get();
            if (deployed.isEmpty()) {
                journal.write(
                        Instant.now(),
                        new Event.Passed(request.by(), name, Set.of(), false, "no such function is deployed any more"));
                return;
            }
            var function = deployed.get();
            var retries = function.function().asynchronousRetries();
            switch (answer(function, request, attempt)) {
                case Functions.Answer.Answered answered -> {
                    return;
                }
                case Functions.Answer.Throttled throttled -> {
                    if (function.function().reservedConcurrency() == 0) {
                        function.giveUp(request, TOO_MANY, failure("Rate Exceeded."));
                        return;
                    }
                    skip(function, "a throttled event", THROTTLED_WAIT);
                    function.awaitPlace();
                }
                case Functions.Answer.Failed(var payload) -> {
                    if (attempt > retries) {
                        function.giveUp(request, FAILED, payload);
                        return;
                    }
                    skip(function, "attempt " + (attempt + 1), WAITS.get(Math.min(attempt, WAITS.size()) - 1));
                    attempt++;
                }
            }
        }
    }

    /** A function that cannot even be started fails like one that throws; the journal tells why. */
    private Functions.Answer answer(HostedFunction function, Request request, int attempt) throws InterruptedException {
        try {
            return function.invoke(request, attempt);
        } catch (IllegalStateException | UncheckedIOException e) {
            var why = String.valueOf(e.getMessage());
            journal.write(
                    Instant.now(),
                    new Event.Invoked(
                            function.function().name(),
                            request.id(),
                            request.by(),
                            attempt,
                            Duration.ZERO,
                            Duration.ZERO,
                            "not started: " + why,
                            true));
            return new Functions.Answer.Failed(failure(why));
        }
    }

    private void skip(HostedFunction function, String what, Duration time) {
        journal.write(
                Instant.now(),
                new Event.Skipped(
                        "before " + what + " of " + function.function().name(), time));
    }

    private static String failure(String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", message)
                .toString();
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
