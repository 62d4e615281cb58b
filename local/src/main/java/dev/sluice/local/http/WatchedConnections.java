package dev.sluice.local.http;

import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** HTTP/1.1 as the server speaks it, on connections that are watched. */
final class WatchedConnections implements ServerConnectionSelector {

    private final Http1ConnectionSelector http1;
    private final Deadlines deadlines;
    private final Duration longestHead;
    private final Supplier<String> ids;

    /**
     * @param longestHead how long a request's line and headers may take from their first byte
     * @param ids makes request ids
     */
    WatchedConnections(Http1Config.Builder config, Deadlines deadlines, Duration longestHead, Supplier<String> ids) {
        this.http1 = Http1ConnectionSelector.builder()
                .config(config.addReceiveListener(new Received())
                        .addSendListener(new Sent())
                        .build())
                .build();
        this.deadlines = deadlines;
        this.longestHead = longestHead;
        this.ids = ids;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext connection) {
        var watched = new WatchedConnection(connection, deadlines, longestHead, ids);
        return new Serving(http1.connection(watched), watched.inflow());
    }

    private static final class Received implements Http1ConnectionListener {
        @Override
        public void headers(ConnectionContext connection, Headers headers) {
            if (connection instanceof WatchedConnection watched) {
                watched.inflow().headIsWhole();
            }
        }
    }

    private static final class Sent implements Http1ConnectionListener {
        @Override
        public void status(ConnectionContext connection, Status status) {
            if (connection instanceof WatchedConnection watched) {
                watched.inflow().answered();
            }
        }
    }

    /** One connection from its first request to its end. The server asks by the second interface when it stops. */
    private record Serving(ServerConnection http1, Inflow inflow) implements ServerConnection, InterruptableTask<Void> {

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                http1.handle(limit);
                // It returns where the server itself refused something, which it may not have read to its end.
                inflow.drain();
            } catch (Inflow.Unread e) {
                inflow.drain();
                throw e;
            } finally {
                inflow.headEnds();
            }
        }

        @Override
        public boolean canInterrupt() {
            return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
        }

        @Override
        public Duration idleTime() {
            return http1.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            http1.close(interrupt);
        }
    }
}
