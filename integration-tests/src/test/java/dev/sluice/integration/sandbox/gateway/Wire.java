package dev.sluice.integration.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Requests and answers as the HTTP server of the JDK has them. */
final class Wire {

    /** The largest body there is (AWS, "Quotas for configuring and running a REST API": payload size 10 MB). */
    private static final int LARGEST = 10 * 1024 * 1024;

    /** For an answer without a body. */
    private static final int NO_BODY = -1;

    private Wire() {}

    /** Names of headers are lower-case, as a client that speaks HTTP/2 sends them: the server has lost how they were. */
    static Received read(HttpExchange exchange, Instant at) throws IOException {
        var uri = exchange.getRequestURI();
        var path = uri.getRawPath().substring(1);
        var slash = path.indexOf('/');
        var headers = new TreeMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        var in = exchange.getRequestBody();
        var body = in.readNBytes(LARGEST);
        // Read to its end, so that the client has sent it all before it reads why it was refused.
        var more = in.transferTo(OutputStream.nullOutputStream());
        return new Received(
                UUID.randomUUID().toString(),
                at,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getProtocol(),
                exchange.getRequestMethod(),
                slash < 0 ? path : path.substring(0, slash),
                slash < 0 ? "/" : path.substring(slash),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                body,
                more > 0);
    }

    static void write(HttpExchange exchange, Received request, Sent sent) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.putAll(sent.headers());
        headers.set("x-amzn-RequestId", request.id());
        headers.set("x-amz-apigw-id", RequestContext.extended(request));
        var bodiless = request.method().equals("HEAD")
                || sent.body().length == 0
                || sent.status() == 204
                || sent.status() == 304;
        exchange.sendResponseHeaders(sent.status(), bodiless ? NO_BODY : sent.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(sent.body());
        }
    }
}
