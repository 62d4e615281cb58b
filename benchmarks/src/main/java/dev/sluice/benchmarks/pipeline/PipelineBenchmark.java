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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transactions a second through the packaged command: into an empty file, and into one with a million rows. */
public final class PipelineBenchmark {

    /** The time that the rows of a filled file are spread over. */
    private static final Duration HISTORY = Duration.ofDays(30);

    /** What each load's transactions are spread over, up to now. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private PipelineBenchmark() {}

    /**
     * What one process did one after the other, and SQLite alone with the rows of each load.
     *
     * @param first with the start of the process's compilers in it
     * @param next by the same process, into the same file
     */
    private record Round(Run first, double firstCeiling, Run next, double nextCeiling) {
        double firstOfCeiling() {
            return first.enrichedPerSecond() / firstCeiling;
        }

        double nextOfCeiling() {
            return next.enrichedPerSecond() / nextCeiling;
        }
    }

    public static Measured run(Settings settings) throws IOException, SQLException, InterruptedException {
        var workload = Workload.of(settings.repository());
        var empty = new ArrayList<Round>();
        for (var round = 0; round < settings.rounds(); round++) {
            empty.add(round(settings, workload, round));
            System.out.println("empty " + empty.getLast());
        }
        var filled = filled(settings, workload);
        Folders.remove(settings.work());
        return measured(settings, empty, filled);
    }

    private static Round round(Settings settings, Workload workload, int round)
            throws IOException, SQLException, InterruptedException {
        var data = Folders.empty(settings.work().resolve("empty"));
        Run first;
        Run next;
        try (var up = Up.ready(settings.repository(), data)) {
            first = Run.of(settings, up, recent(workload, settings, round));
            next = Run.of(settings, up, recent(workload, settings, 500 + round));
        }
        var ceilings = Ceiling.of(data.resolve("sluice.db"))
                .perSecond(
                        Folders.empty(settings.work().resolve("ceiling")).resolve("sluice.db"),
                        settings.connections(),
                        settings.transactions());
        return new Round(first, ceilings.getFirst(), next, ceilings.getLast());
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

    private static Measured measured(Settings settings, List<Round> empty, List<Run> filled) {
        var rows = Series.number(settings.filled(), 0) + " rows";
        var first = empty.stream().map(Round::first).toList();
        var next = empty.stream().map(Round::next).toList();
        var rate = series(first, Run::enrichedPerSecond);
        var filledRate = series(filled, Run::enrichedPerSecond);
        var chart = new Bars(
                "Through the pipeline",
                "transactions a second, stored, enriched and scored; longer is better",
                List.of(
                        new Bar("SQLite alone, the first load's rows", of(empty, Round::firstCeiling)),
                        new Bar("Sluice, just started, into an empty file", rate),
                        new Bar("Sluice, just started, into a file with " + rows, filledRate),
                        new Bar("SQLite alone, the next load's rows", of(empty, Round::nextCeiling)),
                        new Bar("Sluice, warm, the next load", series(next, Run::enrichedPerSecond))));
        return new Measured(
                        table(rows, empty, first, next, filled).toString(),
                        List.of(
                                Ratio.ofPairs("enriched / SQLite alone", of(empty, Round::firstOfCeiling), false),
                                Ratio.ofPairs("enriched, warm / SQLite alone", of(empty, Round::nextOfCeiling), false),
                                Ratio.ofMedians(
                                        "enriched into " + rows + " / into an empty file", filledRate, rate, false)))
                .drawn(chart);
    }

    private static Table table(String rows, List<Round> empty, List<Run> first, List<Run> next, List<Run> filled) {
        var enriched = series(first, Run::enrichedPerSecond);
        var filledEnriched = series(filled, Run::enrichedPerSecond);
        return new Table("medians of " + empty.size() + " rounds", "empty file", "the same process, warm", rows)
                .row("transactions/s, stored", told(first, next, filled, Run::perSecond, 0))
                .row("transactions/s, enriched and scored", told(first, next, filled, Run::enrichedPerSecond, 0))
                .row(
                        "SQLite alone, the same rows",
                        of(empty, Round::firstCeiling).told(0),
                        of(empty, Round::nextCeiling).told(0),
                        "")
                .row(
                        "**of what SQLite alone does**",
                        of(empty, Round::firstOfCeiling).told(2),
                        of(empty, Round::nextOfCeiling).told(2),
                        "")
                .row(
                        "**of the rate into an empty file**",
                        "",
                        "",
                        Series.number(filledEnriched.median() / enriched.median(), 2))
                .row("CPU of the pipeline, µs a transaction", told(first, next, filled, Run::serverMicros, 0))
                .row("CPU of the sender, µs a transaction", told(first, next, filled, Run::senderMicros, 0))
                .row("peak memory of the pipeline, MB", told(first, next, filled, r -> r.peakBytes() / 1e6, 0))
                .row("growth of the file, kB a transaction", told(first, next, filled, r -> r.fileBytes() / 1e3, 2));
    }

    /** The cells of a row, as one. */
    private static String told(
            List<Run> first, List<Run> next, List<Run> filled, ToDoubleFunction<Run> figure, int decimals) {
        return Stream.of(first, next, filled)
                .map(runs -> series(runs, figure).told(decimals))
                .collect(Collectors.joining(" | "));
    }

    private static Series of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new Series(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private static Series series(List<Run> runs, ToDoubleFunction<Run> figure) {
        return new Series(runs.stream().map(figure::applyAsDouble).toList());
    }
}
