package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.load.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What it costs the pipeline that somebody watches: the same load with nobody at the console and with one viewer, in turns. */
public final class ConsoleBenchmark {

    /** What each load's transactions are spread over, up to now. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Settings settings;
    private final Workload workload;
    private final List<Run> alone = new ArrayList<>();
    private final List<Run> watched = new ArrayList<>();
    private final List<Viewer.Saw> seen = new ArrayList<>();

    private ConsoleBenchmark(Settings settings, Workload workload) {
        this.settings = settings;
        this.workload = workload;
    }

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var benchmark = new ConsoleBenchmark(settings, Workload.of(settings.repository()));
        for (var round = 0; round < settings.rounds(); round++) {
            benchmark.round(round);
        }
        Folders.remove(settings.work());
        var ratio = Ratio.ofPairs("enriched with one viewer / with nobody watching", benchmark.ratios(), false);
        return new Measured(benchmark.table().toString(), List.of(ratio));
    }

    /** One of each; the other way round each time, so that a machine that grows slower favours neither. */
    private void round(int round) throws IOException, SQLException, InterruptedException {
        if (round % 2 == 0) {
            alone(round);
            watched(round);
        } else {
            watched(round);
            alone(round);
        }
    }

    private void alone(int round) throws IOException, SQLException, InterruptedException {
        alone.add(Run.of(settings, Folders.empty(settings.work().resolve("alone")), bodies(round)));
        System.out.println("alone " + alone.getLast());
    }

    private void watched(int round) throws IOException, SQLException, InterruptedException {
        try (var up = Up.ready(
                        settings.repository(), Folders.empty(settings.work().resolve("watched")));
                var viewer = Viewer.of(up.access())) {
            watched.add(Run.of(settings, up, bodies(round)));
            seen.add(viewer.saw());
        }
        System.out.println("watched " + watched.getLast() + " " + seen.getLast());
    }

    private List<byte[]> bodies(int seed) {
        var now = Instant.now();
        return workload.bodies(settings.transactions(), seed, now.minus(RECENT), now);
    }

    private Series ratios() {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < alone.size(); i++) {
            ratios.add(watched.get(i).enrichedPerSecond() / alone.get(i).enrichedPerSecond());
        }
        return new Series(ratios);
    }

    private Table table() {
        return new Table("medians of " + alone.size() + " rounds", "nobody watches", "one viewer")
                .row("transactions/s, stored", told(Run::perSecond, 0))
                .row("transactions/s, enriched and scored", told(Run::enrichedPerSecond, 0))
                .row("**of the rate when nobody watches, run by run**", "", ratios().told(2))
                .row("CPU of the pipeline, µs a transaction", told(Run::serverMicros, 0))
                .row("CPU of the sender, and of the viewer, µs a transaction", told(Run::senderMicros, 0))
                .row("peak memory of the pipeline, MB", told(run -> run.peakBytes() / 1e6, 0))
                .row("samples that the viewer was told", "", saw(Viewer.Saw::samples, 0))
                .row("searches that were answered", "", saw(Viewer.Saw::searches, 0))
                .row("a search's answer, ms, mean", "", saw(Viewer.Saw::searchMillis, 1));
    }

    private String told(ToDoubleFunction<Run> figure, int decimals) {
        return series(alone, figure).told(decimals) + " | "
                + series(watched, figure).told(decimals);
    }

    private String saw(ToDoubleFunction<Viewer.Saw> figure, int decimals) {
        return series(seen, figure).told(decimals);
    }

    private static <T> Series series(List<T> runs, ToDoubleFunction<T> figure) {
        return new Series(runs.stream().map(figure::applyAsDouble).toList());
    }
}
