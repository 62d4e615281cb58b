package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.load.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * The most memory that {@code ./sluice up} has held, in MB: what the kernel saw resident, heap and all else.
 *
 * @param idle since its start, once it takes requests
 * @param loaded of the same processes, in the same order, after {@link #TRANSACTIONS} transactions
 */
public record PeakMemory(Series idle, Series loaded) {

    /** As many in a quick run: fewer would not have filled the heap. */
    public static final int TRANSACTIONS = 20_000;

    /** Starts it anew each round, on an empty folder. */
    public static PeakMemory of(Settings settings) throws IOException, SQLException, InterruptedException {
        var workload = Workload.of(settings.repository());
        var idle = new ArrayList<Double>();
        var loaded = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            var data = Folders.empty(settings.work().resolve("memory"));
            var now = Instant.now();
            var bodies = workload.bodies(TRANSACTIONS, round, now.minus(Duration.ofMinutes(10)), now);
            try (var up = Up.ready(settings.repository(), data)) {
                idle.add(up.peakBytes() / 1e6);
                loaded.add(Run.of(settings, up, bodies).peakBytes() / 1e6);
            }
        }
        Folders.remove(settings.work());
        return new PeakMemory(new Series(idle), new Series(loaded));
    }

    /** What the transactions made of it, process by process. */
    public Series ofIdle() {
        return new Series(IntStream.range(0, idle.values().size())
                .mapToObj(round -> loaded.values().get(round) / idle.values().get(round))
                .toList());
    }
}
