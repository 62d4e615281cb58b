package dev.sluice.local.http;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.local.delivery.Invocation;
import dev.sluice.local.waiting.Deadlines;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The HTTP server in front of the blueprint's routes, as API Gateway is in the cloud. */
public final class Front implements AutoCloseable {

    /** Further connections wait in the backlog until one ends. */
    static final int MOST_CONNECTIONS = 1_024;

    /** What the process itself has open at most, a hundred of it jars, and some: connections leave it that much. */
    private static final int OWN_FILES = 160;

    private static final int FEWEST_CONNECTIONS = 16;

    /** Request line and all headers, bytes. */
    static final int LONGEST_PROLOGUE = 4 * 1_024;

    static final int LARGEST_HEADERS = 16 * 1_024;

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

    private final Calls calls;
    private final Deadlines deadlines = new Deadlines();
    private final WebServer server;

    /**
     * What may differ from place to place.
     *
     * @param port 0 for any that is free
     * @param longestRequest how long a request may take to arrive whole
     * @param ids makes request ids
     * @param troubles told a sentence when a function failed; never a payload
     */
    public record Settings(
            String host, int port, Duration longestRequest, Supplier<String> ids, Consumer<String> troubles) {}

    private Front(
            Blueprint blueprint,
            List<Invocation> functions,
            Keys keys,
            Pages pages,
            Witness witness,
            Settings settings) {
        this.calls = new Calls(functions, witness, deadlines, settings.troubles());
        var limits = new WholeBody.Limits(JsonBounds.SENDER.bytes(), deadlines, settings.longestRequest());
        var exchanges = new Exchanges(new Routes(blueprint), keys, calls, pages, witness, limits, settings.ids());
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxTcpConnections(mostConnections())
                .idleConnectionTimeout(LONGEST_IDLE)
                .idleConnectionPeriod(LONGEST_IDLE.dividedBy(4))
                .shutdownGracePeriod(LONGEST_DRAIN)
                .shutdownHook(false)
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new WatchedConnections(
                        Http1Config.builder()
                                .maxPrologueLength(LONGEST_PROLOGUE)
                                .maxHeadersSize(LARGEST_HEADERS),
                        deadlines,
                        settings.longestRequest(),
                        settings.ids()))
                .directHandlers(Refusals.ofServer(settings.ids()))
                .addRouting(HttpRouting.builder().any(exchanges::handle))
                .build();
    }

    /**
     * Listens, then returns.
     *
     * @param pages answered beside the blueprint's routes
     * @param witness sees what is answered on these
     * @throws CannotListen where the address is taken or not to be had, or the process may open too few connections
     */
    public static Front start(
            Blueprint blueprint,
            List<Invocation> functions,
            Keys keys,
            Pages pages,
            Witness witness,
            Settings settings) {
        if (OpenFiles.most() < OWN_FILES + FEWEST_CONNECTIONS) {
            throw new CannotListen("this process may have only " + OpenFiles.most() + " files open; allow it "
                    + (OWN_FILES + MOST_CONNECTIONS) + " (ulimit -n)");
        }
        var front = new Front(blueprint, functions, keys, pages, witness, settings);
        try {
            front.server.start();
        } catch (RuntimeException e) {
            front.close();
            throw new CannotListen(settings, e);
        }
        // The server tells most failures to start by not running.
        if (!front.server.isRunning()) {
            front.close();
            throw new CannotListen(settings, null);
        }
        return front;
    }

    /** It cannot listen, for the address or for the system's sake. */
    public static final class CannotListen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotListen(String sentence) {
            super(sentence);
        }

        CannotListen(Settings settings, @Nullable Throwable cause) {
            super(
                    "cannot listen on " + settings.host() + ":" + settings.port()
                            + ", it is taken or not this machine's; choose another port, or 0 for any that is free",
                    cause);
        }
    }

    private static int mostConnections() {
        return Math.min(OpenFiles.most() - OWN_FILES, MOST_CONNECTIONS);
    }

    public int port() {
        return server.port();
    }

    /** Takes no new requests, lets those that run end, then stops. */
    @Override
    public void close() {
        server.stop();
        deadlines.close();
        calls.close();
    }
}
