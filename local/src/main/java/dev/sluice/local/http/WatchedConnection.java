package dev.sluice.local.http;

import dev.sluice.handlers.problem.Problem;
import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** A connection as the server sees it, whose bytes pass our watch in both directions. */
final class WatchedConnection implements ConnectionContext {

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(30);

    private final ConnectionContext connection;
    private final Supplier<String> ids;
    private final Inflow inflow;
    private final DataWriter writer;

    WatchedConnection(ConnectionContext connection, Deadlines deadlines, Duration longestHead, Supplier<String> ids) {
        this.connection = connection;
        this.ids = ids;
        this.inflow = new Inflow(connection.serverSocket(), this::cut, deadlines, longestHead, this::refuseSlowHead);
        this.writer = new WatchedWriter(connection.dataWriter(), deadlines, LONGEST_WRITE, this::cut);
    }

    Inflow inflow() {
        return inflow;
    }

    private void refuseSlowHead() {
        var problem = Problem.of(408, "the request's line and headers did not arrive in time", ids.get())
                .json();
        var head = "HTTP/1.1 408 Request Timeout\r\nContent-Type: " + Problem.MEDIA_TYPE + "\r\nContent-Length: "
                + problem.length + "\r\nConnection: close\r\n\r\n";
        try {
            // In one piece: the sender sees all of it or nothing, whoever else ends the connection now.
            writer.writeNow(BufferData.create(head.getBytes(StandardCharsets.US_ASCII)), BufferData.create(problem));
        } catch (RuntimeException e) {
            // It is gone already.
        } finally {
            cut();
        }
    }

    private void cut() {
        try {
            connection.serverSocket().close();
        } catch (RuntimeException e) {
            // The same: a request that was refused for its form was closed with its refusal.
            return;
        }
    }

    @Override
    public DataReader dataReader() {
        return inflow.reader();
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public HelidonSocket serverSocket() {
        return connection.serverSocket();
    }

    @Override
    public ListenerContext listenerContext() {
        return connection.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return connection.executor();
    }

    @Override
    public Router router() {
        return connection.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return connection.proxyProtocolData();
    }

    @Override
    public PeerInfo remotePeer() {
        return connection.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return connection.localPeer();
    }

    @Override
    public boolean isSecure() {
        return connection.isSecure();
    }

    @Override
    public String socketId() {
        return connection.socketId();
    }

    @Override
    public String childSocketId() {
        return connection.childSocketId();
    }
}
