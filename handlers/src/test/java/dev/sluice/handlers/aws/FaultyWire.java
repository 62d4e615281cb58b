package dev.sluice.handlers.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to the emulator on which requests and answers get lost, as a plan says for each. */
final class FaultyWire implements AutoCloseable {

    /** What happens to one request. */
    enum Fault {
        NONE,
        /** The service refuses for its load, with nothing done. */
        THROTTLED,
        /** The service fails, with nothing done. */
        FAILED,
        /** DynamoDB: another transaction was on the same items, with nothing done. */
        IN_THE_WAY,
        /** The connection breaks before the service has seen the request. */
        CUT_BEFORE,
        /** The service did it, and the connection breaks before its answer. */
        CUT_AFTER,
        /** The service did it, and its answer does not come. */
        SILENT_AFTER,
        /** The service did it, and says that it failed. */
        FAILED_AFTER
    }

    /** Says what happens to a request, by its running number from 0. */
    @FunctionalInterface
    interface Plan {
        Fault of(int number);
    }

    private static final Set<String> HOP_BY_HOP = Set.of("host", "connection", "content-length", "expect", "upgrade");
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final URI behind;
    private final Plan plan;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    FaultyWire(URI behind, Plan plan) {
        this.behind = behind;
        this.plan = plan;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests have come. */
    int requests() {
        return requests.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            switch (plan.of(requests.getAndIncrement())) {
                case NONE -> answer(exchange, forward(exchange, body));
                case THROTTLED -> refuse(exchange, 400, "ThrottlingException");
                case FAILED -> refuse(exchange, 500, "InternalServerError");
                case IN_THE_WAY -> inTheWay(exchange);
                case CUT_BEFORE -> {
                    // Closed without an answer.
                }
                case CUT_AFTER -> forward(exchange, body);
                case SILENT_AFTER -> {
                    forward(exchange, body);
                    await();
                }
                case FAILED_AFTER -> {
                    forward(exchange, body);
                    refuse(exchange, 500, "InternalServerError");
                }
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name) && !name.equals("transfer-encoding")) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** An error in the form of the protocol that was spoken. */
    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        var json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
        say(
                exchange,
                status,
                json
                        ? "{\"__type\":\"" + code + "\",\"message\":\"on purpose\"}"
                        : "<ErrorResponse><Error><Code>" + code + "</Code><Message>on purpose</Message></Error>"
                                + "<RequestId>none</RequestId></ErrorResponse>");
    }

    private static void inTheWay(HttpExchange exchange) throws IOException {
        var ofSeveral = exchange.getRequestHeaders().getFirst("X-Amz-Target").contains(".Transact");
        say(
                exchange,
                400,
                ofSeveral
                        ? "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                                + "\"Message\":\"on purpose\",\"CancellationReasons\":[{\"Code\":\"None\"},"
                                + "{\"Code\":\"TransactionConflict\",\"Message\":\"on purpose\"}]}"
                        : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionConflictException\","
                                + "\"message\":\"on purpose\"}");
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void await() {
        try {
            if (!closing.await(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody gave up on a silent answer in " + LONGEST_SILENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
        client.close();
    }
}
