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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What it costs the pipeline that somebody watches: the same load with nobody at the console, with one who looks at its
 * overview, and with one who searches as well, in turns.
 */
public final class ConsoleBenchmark {

    /** What each load's transactions are spread over, up to now. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Settings settings;
    private final Workload workload;
    private final List<Run> alone = new ArrayList<>();
    private final Map<Viewer.Busy, Watched> watched = new EnumMap<>(Viewer.Busy.class);

    /** Loads with a viewer, and what that one saw, in the order of the rounds. */
    private record Watched(List<Run> runs, List<Viewer.Saw> seen) {
        Watched() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private ConsoleBenchmark(Settings settings, Workload workload) {
        this.settings = settings;
        this.workload = workload;
        for (var busy : Viewer.Busy.values()) {
            watched.put(busy, new Watched());
        }
    }

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var benchmark = new ConsoleBenchmark(settings, Workload.of(settings.repository()));
        for (var round = 0; round < settings.rounds(); round++) {
            benchmark.round(round);
        }
        Folders.remove(settings.work());
        return new Measured(
                benchmark.table().toString(),
                List.of(
                        Ratio.ofPairs(
                                "enriched with the overview open / with nobody watching",
                                benchmark.ratios(Viewer.Busy.LISTENING),
                                false),
                        Ratio.ofPairs(
                                "enriched with a search a second as well / with nobody watching",
                                benchmark.ratios(Viewer.Busy.SEARCHING),
                                false)));
    }

    /** One of each; another one first each time, so that a machine that grows slower favours none. */
    private void round(int round) throws IOException, SQLException, InterruptedException {
        var viewers = List.of(
                Optional.<Viewer.Busy>empty(), Optional.of(Viewer.Busy.LISTENING), Optional.of(Viewer.Busy.SEARCHING));
        for (var turn = 0; turn < viewers.size(); turn++) {
            var viewer = viewers.get((round + turn) % viewers.size());
            if (viewer.isPresent()) {
                watched(round, viewer.get());
            } else {
                alone(round);
            }
        }
    }

    private void alone(int round) throws IOException, SQLException, InterruptedException {
        alone.add(Run.of(settings, Folders.empty(settings.work().resolve("alone")), bodies(round)));
        System.out.println("alone " + alone.getLast());
    }

    private void watched(int round, Viewer.Busy busy) throws IOException, SQLException, InterruptedException {
        var watched = of(busy);
        try (var up = Up.ready(
                        settings.repository(), Folders.empty(settings.work().resolve("watched")));
                var viewer = Viewer.of(up.access(), busy)) {
            watched.runs().add(Run.of(settings, up, bodies(round)));
            watched.seen().add(viewer.saw());
        }
        System.out.println(
                busy + " " + watched.runs().getLast() + " " + watched.seen().getLast());
    }

    private Watched of(Viewer.Busy busy) {
        return watched.getOrDefault(busy, new Watched());
    }

    private List<byte[]> bodies(int seed) {
        var now = Instant.now();
        return workload.bodies(settings.transactions(), seed, now.minus(RECENT), now);
    }

    private Series ratios(Viewer.Busy busy) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < alone.size(); i++) {
            ratios.add(of(busy).runs().get(i).enrichedPerSecond() / alone.get(i).enrichedPerSecond());
        }
        return new Series(ratios);
    }

    private Table table() {
        return new Table(
                        "medians of " + alone.size() + " rounds",
                        "nobody watches",
                        "one looks at the overview",
                        "and searches each second")
                .row("transactions/s, stored", told(Run::perSecond, 0))
                .row("transactions/s, enriched and scored", told(Run::enrichedPerSecond, 0))
                .row(
                        "**of the rate when nobody watches, run by run**",
                        "",
                        ratios(Viewer.Busy.LISTENING).told(2),
                        ratios(Viewer.Busy.SEARCHING).told(2))
                .row("CPU of the pipeline, µs a transaction", told(Run::serverMicros, 0))
                .row("CPU of the sender, and of the viewer, µs a transaction", told(Run::senderMicros, 0))
                .row("peak memory of the pipeline, MB", told(run -> run.peakBytes() / 1e6, 0))
                .row(
                        "samples that the viewer was told",
                        "",
                        saw(Viewer.Busy.LISTENING, Viewer.Saw::samples, 0),
                        saw(Viewer.Busy.SEARCHING, Viewer.Saw::samples, 0))
                .row("searches that were answered", "", "", saw(Viewer.Busy.SEARCHING, Viewer.Saw::searches, 0))
                .row("a search's answer, ms, mean", "", "", saw(Viewer.Busy.SEARCHING, Viewer.Saw::searchMillis, 1));
    }

    /** The cells of a row, as one. */
    private String told(ToDoubleFunction<Run> figure, int decimals) {
        return Stream.of(
                        alone,
                        of(Viewer.Busy.LISTENING).runs(),
                        of(Viewer.Busy.SEARCHING).runs())
                .map(runs -> series(runs, figure).told(decimals))
                .collect(Collectors.joining(" | "));
    }

    private String saw(Viewer.Busy busy, ToDoubleFunction<Viewer.Saw> figure, int decimals) {
        return series(of(busy).seen(), figure).told(decimals);
    }

    private static <T> Series series(List<T> runs, ToDoubleFunction<T> figure) {
        return new Series(runs.stream().map(figure::applyAsDouble).toList());
    }
}
