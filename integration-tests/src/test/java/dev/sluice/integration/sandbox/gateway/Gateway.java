package dev.sluice.integration.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Amazon API Gateway on this machine: serves the deployed REST API over HTTP as its deployed body, stage, usage plans and
 * gateway responses say, and has the deployed functions answer.
 */
public final class Gateway implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Meter meter = new Meter();
    private final Map<String, Credentials> operators;
    private final Invocation invocation;
    private final Ledger ledger;
    private final InstantSource clock;
    private final HttpServer server;
    private volatile Serving serving;

    private Gateway(
            Deployment deployment,
            Functions functions,
            Supplier<Judge> judge,
            Map<String, Credentials> operators,
            Journal journal,
            InstantSource clock)
            throws IOException {
        this.operators = Map.copyOf(operators);
        this.invocation = new Invocation(functions, judge, journal, clock, threads);
        this.ledger = new Ledger(journal);
        this.clock = clock;
        this.serving = serving(deployment);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /**
     * Opens one on a free port.
     *
     * @param functions what answers
     * @param judge what the deployed policies say, asked anew for each request
     * @param operators the identities of IAM that may call routes with IAM authorization, by their access keys
     */
    public static Gateway open(
            Deployment deployment,
            Functions functions,
            Supplier<Judge> judge,
            Map<String, Credentials> operators,
            Journal journal,
            InstantSource clock) {
        try {
            return new Gateway(deployment, functions, judge, operators, journal, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the stage is: what the output {@code api_url} is in AWS. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"
                + serving.api().stage());
    }

    /** From here on requests are served as this says. */
    public void deploy(Deployment changed) {
        serving = serving(changed);
    }

    private Serving serving(Deployment deployment) {
        var api = Api.of(deployment);
        return new Serving(api, new Door(api, operators), meter, invocation, clock);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var now = serving;
            var request = Wire.read(exchange, clock.instant());
            var served = now.serve(request);
            var ended = clock.instant();
            ledger.write(ended, now.api(), served, Duration.between(request.at(), ended));
            Wire.write(exchange, request, served.sent());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
