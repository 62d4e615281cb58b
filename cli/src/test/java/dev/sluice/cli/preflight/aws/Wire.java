package dev.sluice.cli.preflight.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as AWS documents its answers, one after the other, for what the emulator has not or would not say. */
final class Wire implements AutoCloseable {

    private record Reply(int status, String type, String body) {}

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();

    /** What was asked: method and path, and the operation where a header names it. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    Wire() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Wire json(int status, String body) {
        replies.add(new Reply(status, "application/x-amz-json-1.1", body));
        return this;
    }

    /** An error as the services that speak JSON write it; its message holds what must not be told. */
    Wire error(int status, String code) {
        return json(status, "{\"__type\":\"" + code + "\",\"message\":\"arn:aws:iam::123456789012:user/x may not\"}");
    }

    Wire xml(int status, String body) {
        replies.add(new Reply(status, "text/xml", body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (target == null ? "" : " " + target));
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var reply = replies.remove();
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
