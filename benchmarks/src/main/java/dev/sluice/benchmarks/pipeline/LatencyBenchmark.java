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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a sender waits for its 202 while half as much comes in as goes through. Requests go out on a clock of their
 * own, and each wait counts from when the request was to go: one that stands behind a slow one has waited, too.
 */
public final class LatencyBenchmark {

    private static final double HALF = 0.5;
    private static final double[] PARTS = {0.5, 0.99, 0.999, 1};

    private LatencyBenchmark() {}

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var workload = Workload.of(settings.repository());
        var rates = new ArrayList<Double>();
        var waits = new ArrayList<long[]>();
        for (var round = 0; round < settings.rounds(); round++) {
            var data = Folders.empty(settings.work().resolve("latency"));
            try (var up = Up.ready(settings.repository(), data)) {
                // The same process, warm, and so what half the load is: half of what it has just done.
                var full = Run.of(settings, up, bodies(workload, settings.transactions(), round));
                rates.add(full.perSecond() * HALF);
                var count = settings.transactions() / 2;
                var requests = SignedRequests.of(up.access(), bodies(workload, count, 1_000 + round), Instant.now());
                waits.add(
                        Sender.send(up.access().url(), requests, settings.connections(), new Pace.Even(rates.getLast()))
                                .latencies());
            }
        }
        Folders.remove(settings.work());
        return Measured.withoutFloor(table(new Series(rates), waits).toString());
    }

    private static List<byte[]> bodies(Workload workload, int count, int seed) {
        var now = Instant.now();
        return workload.bodies(count, seed, now.minus(Duration.ofMinutes(10)), now);
    }

    private static Table table(Series rate, List<long[]> waits) {
        var cells = new ArrayList<String>(List.of(rate.told(0)));
        for (var part : PARTS) {
            cells.add(new Series(waits.stream()
                            .map(wait -> Series.percentile(wait, part) / 1e6)
                            .toList())
                    .told(1));
        }
        return new Table(
                        "requests/s, medians of " + waits.size() + " rounds",
                        "p50, ms",
                        "p99, ms",
                        "p99.9, ms",
                        "longest, ms")
                .row(cells.toArray(String[]::new));
    }
}
