package dev.sluice.integration.sandbox.authorize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The emulator, as requests are passed on to it. */
final class Upstream implements AutoCloseable {

    /** What is of one connection, and not of the request. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "date");

    /** Longer than a call waits for messages, and than the emulator takes for a function's archive. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final URI emulator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Upstream(URI emulator) {
        this.emulator = emulator;
    }

    /** Passes a request on, and gives back what is answered. */
    Reply.Answer forward(Incoming request) {
        var passed = HttpRequest.newBuilder(emulator.resolve(request.target()))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()))
                .timeout(LONGEST);
        request.headers().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> passed.header(name, value));
            }
        });
        try {
            var answer = client.send(passed.build(), BodyHandlers.ofByteArray());
            var headers = new HashMap<String, List<String>>();
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values);
                }
            });
            return new Reply.Answer(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
