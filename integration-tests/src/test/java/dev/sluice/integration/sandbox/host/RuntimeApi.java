package dev.sluice.integration.sandbox.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API for one process (AWS, "Using the Lambda runtime API", version 2018-06-01): hands over what it is
 * invoked with, takes what it answers.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime";
    private static final String INVOCATION = RUNTIME + "/invocation/";

    /**
     * An invocation under way.
     *
     * @param handedOver when the process took it
     * @param outcome how it ended
     */
    record Running(Invocation invocation, CompletableFuture<Instant> handedOver, CompletableFuture<Outcome> outcome) {}

    private final BlockingQueue<Running> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Instant> ready = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration timeout;
    private final HttpServer server;

    private RuntimeApi(Duration timeout) throws IOException {
        this.timeout = timeout;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(INVOCATION, this::invocation);
        server.createContext(RUNTIME + "/init/error", this::initError);
        server.start();
    }

    /**
     * Opens one.
     *
     * @param timeout how long an invocation may take, from where it is handed over
     */
    static RuntimeApi start(Duration timeout) throws IOException {
        return new RuntimeApi(timeout);
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the process asked for its first event. */
    CompletableFuture<Instant> ready() {
        return ready;
    }

    /** What the runtime says of a function that it could not make. */
    CompletableFuture<String> initError() {
        return initError;
    }

    /** Hands an event over as soon as the process asks for one. */
    Running hand(Invocation invocation) {
        var one = new Running(invocation, new CompletableFuture<>(), new CompletableFuture<>());
        waiting.add(one);
        return one;
    }

    private void invocation(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(INVOCATION.length());
            var text = text(exchange);
            if (path.equals("next")) {
                next(exchange);
            } else {
                end(exchange, path, text);
            }
        }
    }

    /** Answers when there is something to do, however long that takes: a process waits between its invocations. */
    private void next(HttpExchange exchange) throws IOException {
        ready.complete(Instant.now());
        try {
            var next = waiting.take();
            var invocation = next.invocation();
            var now = Instant.now();
            running.put(invocation.id(), next);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(now.plus(timeout).toEpochMilli()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.arn());
            headers.set("Lambda-Runtime-Trace-Id", invocation.trace().text());
            var event = invocation.event().getBytes(StandardCharsets.UTF_8);
            next.handedOver().complete(now);
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException e) {
            // Closed: whoever asked finds the connection gone.
            Thread.currentThread().interrupt();
        }
    }

    private void end(HttpExchange exchange, String path, String text) throws IOException {
        var slash = path.indexOf('/');
        var ended = slash < 0 ? null : running.remove(path.substring(0, slash));
        if (ended == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        ended.outcome().complete(path.endsWith("/response") ? new Outcome.Answered(text) : new Outcome.Threw(text));
        exchange.sendResponseHeaders(202, -1);
    }

    private void initError(HttpExchange exchange) throws IOException {
        try (exchange) {
            initError.complete(text(exchange));
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
