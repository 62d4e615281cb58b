package dev.sluice.integration.sandbox.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Stands for an AWS that allows nothing. */
final class Denying implements AutoCloseable {

    private static final byte[] ANSWER =
            "{\"__type\":\"AccessDeniedException\",\"message\":\"may not\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private Denying(HttpServer server) {
        this.server = server;
    }

    static Denying start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
                exchange.sendResponseHeaders(400, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
                exchange.close();
            });
            server.start();
            return new Denying(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
