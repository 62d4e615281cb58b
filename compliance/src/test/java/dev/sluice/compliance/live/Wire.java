package dev.sluice.compliance.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the emulator, and answers itself what it is told to; all else goes through. */
final class Wire implements AutoCloseable {

    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private static final int ALWAYS = Integer.MAX_VALUE;

    private record Answer(String about, int status, String code, String body, AtomicInteger times) {

        boolean isFor(String request) {
            return request.contains(about) && times.getAndDecrement() > 0;
        }
    }

    private final HttpClient through =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Answer> answers = new ArrayList<>();
    private final HttpServer server;
    private final URI emulator;

    Wire(URI emulator) {
        this.emulator = emulator;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Refuses, with a code.
     *
     * @param about what is in the request's path, target or body
     */
    Wire refusing(String about, int status, String code) {
        return refusing(about, status, code, ALWAYS);
    }

    /** Refuses so many times, and lets it through from then on. */
    Wire refusing(String about, int status, String code, int times) {
        answers.add(new Answer(about, status, code, "{\"__type\": \"" + code + "\"}", new AtomicInteger(times)));
        return this;
    }

    /** Answers with that. */
    Wire answering(String about, String body) {
        answers.add(new Answer(about, 200, "", body, new AtomicInteger(ALWAYS)));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var request = exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                    + new String(body, StandardCharsets.UTF_8);
            var mine = answers.stream().filter(answer -> answer.isFor(request)).findFirst();
            if (mine.isPresent()) {
                exchange.getResponseHeaders().add("x-amzn-errortype", mine.get().code());
                send(exchange, mine.get().status(), mine.get().body().getBytes(StandardCharsets.UTF_8));
            } else {
                pass(exchange, body);
            }
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(emulator.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = through.send(request.build(), BodyHandlers.ofByteArray());
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
