package dev.sluice.local.http;

import dev.sluice.handlers.problem.Problem;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Ends connections whose request line came, but whose headers do not, with a 408: the server itself only bounds the
 * pause between two bytes.
 */
final class SlowHeaders implements Http1ConnectionListener, AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration longest;
    private final Supplier<String> ids;
    private final Map<ConnectionContext, Long> waiting = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    SlowHeaders(Duration longest, Supplier<String> ids) {
        this.longest = longest;
        this.ids = ids;
        this.thread = Thread.ofVirtual().name("sluice-slow-headers").start(this::run);
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        waiting.put(connection, System.nanoTime());
    }

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        waiting.remove(connection);
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
            var now = System.nanoTime();
            // A connection that broke meanwhile stays no longer than the others.
            for (var one : List.copyOf(waiting.entrySet())) {
                if (now - one.getValue() > longest.toNanos() && waiting.remove(one.getKey(), one.getValue())) {
                    refuse(one.getKey());
                }
            }
        }
    }

    private void refuse(ConnectionContext connection) {
        var problem = Problem.of(408, "the request's headers did not arrive in time", ids.get())
                .json();
        var head = "HTTP/1.1 408 Request Timeout\r\nContent-Type: " + Problem.MEDIA_TYPE + "\r\nContent-Length: "
                + problem.length + "\r\nConnection: close\r\n\r\n";
        try {
            connection.dataWriter().writeNow(BufferData.create(head.getBytes(StandardCharsets.US_ASCII)));
            connection.dataWriter().writeNow(BufferData.create(problem));
        } catch (RuntimeException e) {
            // It is gone already.
        }
        try {
            connection.serverSocket().close();
        } catch (RuntimeException e) {
            // The same: a request that was refused for its headers' form was closed with its refusal.
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
