package dev.sluice.integration.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API for one process of one function: hands over what it is invoked with, takes what it answers.
 * Follows version 2018-06-01 of that API.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime";

    /** How an invocation ended. */
    sealed interface Outcome {

        /** The function answered. */
        record Answered(String text) implements Outcome {}

        /** The function threw, or could not be made; what the runtime says of it. */
        record Failed(String error) implements Outcome {}
    }

    private record Invocation(String id, String event, CompletableFuture<Outcome> outcome) {}

    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Outcome> neverMade = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration timeout;
    private final HttpServer server;

    private RuntimeApi(Duration timeout) throws IOException {
        this.timeout = timeout;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME + "/invocation/", this::invocation);
        server.createContext(RUNTIME + "/init/error", this::initError);
        server.start();
    }

    /** One that gives each invocation so much time, as far as the function is told. */
    static RuntimeApi start(Duration timeout) throws IOException {
        return new RuntimeApi(timeout);
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands an event over as soon as the function asks for one. */
    CompletableFuture<Outcome> invoke(String event) {
        var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        waiting.add(invocation);
        return CompletableFuture.anyOf(invocation.outcome(), neverMade).thenApply(Outcome.class::cast);
    }

    private void invocation(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring((RUNTIME + "/invocation/").length());
            var text = text(exchange);
            if (path.equals("next")) {
                next(exchange);
                return;
            }
            var parts = path.split("/", -1);
            var ended = running.remove(parts[0]);
            if (ended == null || parts.length != 2) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            ended.outcome()
                    .complete(parts[1].equals("response") ? new Outcome.Answered(text) : new Outcome.Failed(text));
            exchange.sendResponseHeaders(202, -1);
        }
    }

    /** Answers when there is something to do, however long that takes: a function waits between its invocations. */
    private void next(HttpExchange exchange) throws IOException {
        try {
            var invocation = waiting.take();
            running.put(invocation.id(), invocation);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plus(timeout).toEpochMilli()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-2:000000000000:function:f");
            headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
            var event = invocation.event().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException e) {
            // Closed: whoever asked finds the connection gone.
            Thread.currentThread().interrupt();
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        try (exchange) {
            neverMade.complete(new Outcome.Failed(text(exchange)));
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
