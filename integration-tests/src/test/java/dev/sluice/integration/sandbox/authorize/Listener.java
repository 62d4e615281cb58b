package dev.sluice.integration.sandbox.authorize;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP endpoint on the loopback that has its requests answered elsewhere, each in a thread of its own. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Incoming, Reply> answering;

    private Listener(HttpServer server, Function<Incoming, Reply> answering) {
        this.server = server;
        this.answering = answering;
    }

    static Listener open(Function<Incoming, Reply> answering) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var listener = new Listener(server, answering);
            server.setExecutor(listener.threads);
            server.createContext("/", listener::answer);
            server.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Incoming(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            switch (reply(request)) {
                case Reply.Answer answer -> write(exchange, answer);
                case Reply.Cut() -> {
                    // An exchange that is closed with nothing written takes its connection along.
                }
            }
        }
    }

    /** A mistake in here looks like one of AWS's, so that whoever waits is told, and what happened. */
    private Reply reply(Incoming request) {
        try {
            return answering.apply(request);
        } catch (RuntimeException mistake) {
            return Protocol.REST_JSON.answer(ServiceError.of(500, "InternalFailure"), mistake.toString());
        }
    }

    private static void write(HttpExchange exchange, Reply.Answer answer) throws IOException {
        answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean none = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
        if (!none) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
