package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.cold.PlainHttp.Asked;
import dev.sluice.benchmarks.cold.PlainHttp.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The Lambda Runtime API for one process (AWS, "Using the Lambda runtime API", version 2018-06-01), with a clock on it. It
 * hands over one event at a time.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String ARN = "arn:aws:lambda:eu-west-2:123456789012:function:measured";

    /**
     * What an invocation came to.
     *
     * @param answered whether it was an answer, and not an error
     * @param text the answer, or what the runtime says of the error
     * @param handedOverAt when the event was sent to the process, of {@link System#nanoTime}
     * @param answeredAt when all of the answer had arrived
     * @param reading what the meter read while the process still waited for its answer to be taken
     */
    record Outcome(boolean answered, String text, long handedOverAt, long answeredAt, long reading) {

        /** Nanoseconds from the event to the answer. */
        long took() {
            return answeredAt - handedOverAt;
        }
    }

    private static final class Waiting {

        private final String id = UUID.randomUUID().toString();
        private final String event;
        private final LongSupplier meter;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile long handedOverAt;

        private Waiting(String event, LongSupplier meter) {
            this.event = event;
            this.meter = meter;
        }
    }

    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(1);
    private final Map<String, Waiting> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Long> firstAskedAt = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final PlainHttp server;

    private RuntimeApi() throws IOException {
        server = PlainHttp.start(this::answer);
    }

    static RuntimeApi start() throws IOException {
        return new RuntimeApi();
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
    String address() {
        return server.address();
    }

    /** When the process first asked for an event, of {@link System#nanoTime}. */
    CompletableFuture<Long> firstAskedAt() {
        return firstAskedAt;
    }

    /** What the runtime says of a function that it could not make. */
    CompletableFuture<String> initError() {
        return initError;
    }

    /**
     * Hands an event to the process as soon as it asks for one.
     *
     * @param meter read when the answer is there, before the process is told so
     * @throws IllegalStateException while the event before waits to be asked for
     */
    CompletableFuture<Outcome> hand(String event, LongSupplier meter) {
        var one = new Waiting(event, meter);
        waiting.add(one);
        return one.outcome;
    }

    private Reply answer(Asked asked) throws InterruptedException {
        var now = System.nanoTime();
        if (asked.path().equals(INVOCATION + "next")) {
            firstAskedAt.complete(now);
            return next();
        }
        if (asked.path().equals(RUNTIME + "init/error")) {
            initError.complete(asked.body());
            return accepted();
        }
        return ended(asked, now).map(ignored -> accepted()).orElseGet(RuntimeApi::unknown);
    }

    /** However long that takes: a process waits between its invocations. */
    private Reply next() throws InterruptedException {
        var next = waiting.take();
        running.put(next.id, next);
        var reply = new Reply(
                200,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Lambda-Runtime-Aws-Request-Id",
                        next.id,
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(Instant.now().plus(TIMEOUT).toEpochMilli()),
                        "Lambda-Runtime-Invoked-Function-Arn",
                        ARN,
                        "Lambda-Runtime-Trace-Id",
                        "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0"),
                next.event);
        next.handedOverAt = System.nanoTime();
        return reply;
    }

    private Optional<Waiting> ended(Asked asked, long now) {
        var rest = asked.path().startsWith(INVOCATION) ? asked.path().substring(INVOCATION.length()) : "";
        var slash = Math.max(rest.indexOf('/'), 0);
        var ended = Optional.ofNullable(running.remove(rest.substring(0, slash)));
        ended.ifPresent(one -> one.outcome.complete(
                new Outcome(rest.endsWith("/response"), asked.body(), one.handedOverAt, now, one.meter.getAsLong())));
        return ended;
    }

    private static Reply accepted() {
        return Reply.of(202, "application/json", "{\"status\":\"OK\"}");
    }

    private static Reply unknown() {
        return new Reply(404, Map.of(), "no such invocation");
    }

    @Override
    public void close() {
        server.close();
    }
}
