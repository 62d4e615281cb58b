package dev.sluice.console.live;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A small reader of server-sent events: it keeps all it is told, in a thread of its own. */
final class Listener implements AutoCloseable {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread thread;

    record Event(String name, Fields data) {}

    Listener(URI url) {
        try {
            response = client.send(HttpRequest.newBuilder(url.resolve("/live")).build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        thread = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var lines = response.body()) {
            var name = new String[] {""};
            lines.forEach(line -> {
                if (line.startsWith("event: ")) {
                    name[0] = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name[0], Fields.parse(READER, line.substring("data: ".length()))));
                }
            });
        } catch (UncheckedIOException e) {
            // It was hung up.
            return;
        }
    }

    HttpResponse<?> response() {
        return response;
    }

    /** All events of that name so far. */
    List<Fields> told(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    /** Whether the other side ended it. */
    boolean isOver() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
