package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.load.Pace;
import dev.sluice.benchmarks.load.Sender;
import dev.sluice.benchmarks.load.SignedRequests;
import dev.sluice.benchmarks.load.Workload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From the start of {@code ./sluice up} to its first answer, and to the first transaction that it has accepted. */
public final class StartBenchmark {

    private static final int STARTS_A_ROUND = 5;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final byte[] HEALTH =
            "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private record Start(double healthySeconds, double acceptedSeconds) {}

    private StartBenchmark() {}

    public static Measured run(Settings settings) throws IOException, InterruptedException {
        var workload = Workload.of(settings.repository());
        var first = new ArrayList<Start>();
        var again = new ArrayList<Start>();
        for (var i = 0; i < settings.rounds() * STARTS_A_ROUND; i++) {
            var data = Folders.empty(settings.work().resolve("start"));
            first.add(start(settings.repository(), data, workload, 2 * i));
            again.add(start(settings.repository(), data, workload, 2 * i + 1));
        }
        Folders.remove(settings.work());
        var table = new Table(
                        "from the start of the process, s, medians of " + first.size() + " starts",
                        "first 200 of /health",
                        "first 202")
                .row("a new folder", healthy(first), accepted(first))
                .row("a folder that was used before", healthy(again), accepted(again));
        return Measured.withoutFloor(table.toString());
    }

    private static Start start(Path repository, Path data, Workload workload, int seed)
            throws IOException, InterruptedException {
        var now = Instant.now();
        var body = workload.bodies(1, seed, now.minusSeconds(60), now);
        var port = freePort();
        var began = System.nanoTime();
        try (var up = Up.starting(repository, data, port)) {
            while (!isHealthy(port)) {
                if (System.nanoTime() - began > LONGEST_START.toNanos()) {
                    throw new IllegalStateException("it was not healthy within " + LONGEST_START.toSeconds() + " s");
                }
                Thread.sleep(2);
            }
            var healthy = System.nanoTime();
            var access = up.accessOnceWritten();
            Sender.send(access.url(), SignedRequests.of(access, body, Instant.now()), 1, new Pace.AsFastAsItGoes());
            return new Start((healthy - began) / 1e9, (System.nanoTime() - began) / 1e9);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isHealthy(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.getOutputStream().write(HEALTH);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String healthy(List<Start> starts) {
        return new Series(starts.stream().map(Start::healthySeconds).toList()).told(2);
    }

    private static String accepted(List<Start> starts) {
        return new Series(starts.stream().map(Start::acceptedSeconds).toList()).told(2);
    }
}
