package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Bar;
import dev.sluice.benchmarks.figures.Bars;
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
import java.util.stream.IntStream;

/** Transactions a second through the packaged command: into an empty file, and into one with a million rows. */
public final class PipelineBenchmark {

    /** The time that the rows of a filled file are spread over. */
    private static final Duration HISTORY = Duration.ofDays(30);

    /** What each load's transactions are spread over, up to now. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private PipelineBenchmark() {}

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var workload = Workload.of(settings.repository());
        var empty = new ArrayList<Run>();
        var ceilings = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            var data = Folders.empty(settings.work().resolve("empty"));
            empty.add(Run.of(settings, data, recent(workload, settings, round)));
            var ceiling = Ceiling.of(data.resolve("sluice.db"));
            ceilings.add(ceiling.perSecond(
                    Folders.empty(settings.work().resolve("ceiling")).resolve("sluice.db"), settings.connections()));
            System.out.println("empty " + empty.getLast() + " ceiling " + ceilings.getLast());
        }
        var filled = filled(settings, workload);
        Folders.remove(settings.work());
        return measured(settings, empty, filled, new Series(ceilings));
    }

    private static List<Run> filled(Settings settings, Workload workload)
            throws IOException, SQLException, InterruptedException {
        var data = Folders.empty(settings.work().resolve("filled"));
        var now = Instant.now();
        Filling.store(
                data.resolve("sluice.db"), workload, settings.filled(), now.minus(HISTORY), now.minus(RECENT), now);
        var runs = new ArrayList<Run>();
        for (var round = 0; round < settings.rounds(); round++) {
            runs.add(Run.of(settings, data, recent(workload, settings, 1_000 + round)));
            System.out.println("filled " + runs.getLast());
        }
        return runs;
    }

    private static List<byte[]> recent(Workload workload, Settings settings, int seed) {
        var now = Instant.now();
        return workload.bodies(settings.transactions(), seed, now.minus(RECENT), now);
    }

    private static Measured measured(Settings settings, List<Run> empty, List<Run> filled, Series ceiling) {
        var rows = Series.number(settings.filled(), 0) + " rows";
        var rate = series(empty, Run::enrichedPerSecond);
        var filledRate = series(filled, Run::enrichedPerSecond);
        var chart = new Bars(
                "Through the pipeline",
                "transactions a second, stored, enriched and scored; longer is better",
                List.of(
                        new Bar("SQLite alone, the same rows into an empty file", ceiling),
                        new Bar("Sluice, into an empty file", rate),
                        new Bar("Sluice, into a file with " + rows, filledRate)));
        return new Measured(
                        table(rows, empty, filled, ceiling).toString(),
                        List.of(
                                Ratio.ofPairs("enriched / SQLite alone", ofCeiling(empty, ceiling), false),
                                Ratio.ofMedians(
                                        "enriched into " + rows + " / into an empty file", filledRate, rate, false)))
                .drawn(chart);
    }

    /** Round by round: each ceiling is of the rows that the run before it has left. */
    private static Series ofCeiling(List<Run> runs, Series ceiling) {
        return new Series(IntStream.range(0, runs.size())
                .mapToObj(round ->
                        runs.get(round).enrichedPerSecond() / ceiling.values().get(round))
                .toList());
    }

    private static Table table(String rows, List<Run> empty, List<Run> filled, Series ceiling) {
        var rate = series(empty, Run::perSecond);
        var filledRate = series(filled, Run::perSecond);
        var enriched = series(empty, Run::enrichedPerSecond);
        var filledEnriched = series(filled, Run::enrichedPerSecond);
        return new Table("medians of " + empty.size() + " rounds", "empty file", rows)
                .row("transactions/s, stored", rate.told(0), filledRate.told(0))
                .row("transactions/s, enriched and scored", enriched.told(0), filledEnriched.told(0))
                .row("SQLite alone, the same rows", ceiling.told(0), "")
                .row("**of what SQLite alone does**", ofCeiling(empty, ceiling).told(2), "")
                .row(
                        "**of the rate into an empty file**",
                        "",
                        Series.number(filledEnriched.median() / enriched.median(), 2))
                .row("CPU of the pipeline, µs a transaction", told(empty, filled, Run::serverMicros, 0))
                .row("CPU of the sender, µs a transaction", told(empty, filled, Run::senderMicros, 0))
                .row("peak memory of the pipeline, MB", told(empty, filled, r -> r.peakBytes() / 1e6, 0))
                .row("growth of the file, kB a transaction", told(empty, filled, r -> r.fileBytes() / 1e3, 2));
    }

    private static String told(List<Run> empty, List<Run> filled, ToDoubleFunction<Run> figure, int decimals) {
        return series(empty, figure).told(decimals) + " | "
                + series(filled, figure).told(decimals);
    }

    private static Series series(List<Run> runs, ToDoubleFunction<Run> figure) {
        return new Series(runs.stream().map(figure::applyAsDouble).toList());
    }
}
