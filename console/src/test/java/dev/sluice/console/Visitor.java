package dev.sluice.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who asks a console for something, and shows exactly what a test says. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI front;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Visitor(URI front) {
        this.front = front;
    }

    /** A request as the console's own page makes it, less what a test leaves out or changes. */
    record Asked(String method, String path, String body, Map<String, String> headers) {

        Asked {
            headers = Map.copyOf(headers);
        }

        Asked with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Asked(method, path, body, more);
        }

        Asked without(String header) {
            var fewer = new LinkedHashMap<>(headers);
            fewer.remove(header);
            return new Asked(method, path, body, fewer);
        }
    }

    /** A request that shows nothing at all. */
    Asked bare(String method, String path) {
        return new Asked(method, path, "", Map.of());
    }

    /** A request of our own page, whoever is in front of it. */
    Asked page(String method, String path, String body) {
        return new Asked(method, path, body, Map.of("origin", front.toString(), "sec-fetch-site", "same-origin"));
    }

    HttpResponse<String> ask(Asked asked) {
        var request = HttpRequest.newBuilder(front.resolve(asked.path()))
                .timeout(PATIENCE)
                .method(
                        asked.method(),
                        asked.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()));
        asked.headers().forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole answer to a GET that calls the front by that name, which no client library allows. */
    String askAs(String host, String path) {
        try (var socket = new Socket(front.getHost(), front.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
