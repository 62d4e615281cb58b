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
     * What a process did, and what writers alone do with the rows of it.
     *
     * @param sqlite transactions a second by one connection over plain JDBC
     * @param writer by the pipeline's own writer
     */
    private record Beside(Run run, double sqlite, double writer) {
        double ofSqlite() {
            return run.enrichedPerSecond() / sqlite;
        }

        double ofWriter() {
            return run.enrichedPerSecond() / writer;
        }
    }

    /**
     * What one process did one after the other.
     *
     * @param first with the start of the process's compilers in it
     * @param next by the same process, into the same file
     */
    private record Round(Beside first, Beside next) {}

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
        var ceiling = Ceiling.of(data.resolve("sluice.db"));
        var sqlite = ceiling.perSecond(
                Folders.empty(settings.work().resolve("ceiling")).resolve("sluice.db"),
                settings.connections(),
                settings.transactions());
        var writer = ceiling.perSecondByOwnWriter(
                Folders.empty(settings.work().resolve("ceiling")).resolve("sluice.db"),
                settings.connections(),
                settings.transactions());
        return new Round(
                new Beside(first, sqlite.getFirst(), writer.getFirst()),
                new Beside(next, sqlite.getLast(), writer.getLast()));
    }

    private static List<Run> filled(Settings settings, Workload workload)
            throws IOException, SQLException, InterruptedException {
        var data = Folders.empty(settings.work().resolve("filled"));
        var now = Instant.now();
        Filling.store(
                data.resolve("sluice.db"), workload, settings.filled(), now.minus(HISTORY), now.minus(RECENT), now);
        var runs = new ArrayList<Run>();
        for (var round = 0; round < settings.rounds(); round++) {
            // Each an hour of its own, or the last would find accounts that have done three times as much in it.
            var ago = Duration.ofHours(2L * (settings.rounds() - 1 - round));
            runs.add(Run.of(settings, data, recent(workload, settings, 1_000 + round, ago)));
            System.out.println("filled " + runs.getLast());
        }
        return runs;
    }

    private static List<byte[]> recent(Workload workload, Settings settings, int seed) {
        return recent(workload, settings, seed, Duration.ZERO);
    }

    private static List<byte[]> recent(Workload workload, Settings settings, int seed, Duration ago) {
        var end = Instant.now().minus(ago);
        return workload.bodies(settings.transactions(), seed, end.minus(RECENT), end);
    }

    private static Measured measured(Settings settings, List<Round> empty, List<Run> filled) {
        var rows = Series.number(settings.filled(), 0) + " rows";
        var first = empty.stream().map(Round::first).toList();
        var next = empty.stream().map(Round::next).toList();
        var rate = series(runs(first), Run::enrichedPerSecond);
        var filledRate = series(filled, Run::enrichedPerSecond);
        var chart = new Bars(
                "Through the pipeline",
                "transactions a second, stored, enriched and scored; longer is better",
                List.of(
                        new Bar("SQLite alone, the first load's rows", of(first, Beside::sqlite)),
                        new Bar("Sluice, just started, into an empty file", rate),
                        new Bar("Sluice, just started, into a file with " + rows, filledRate),
                        new Bar("SQLite alone, the next load's rows", of(next, Beside::sqlite)),
                        new Bar("Sluice, warm, the next load", series(runs(next), Run::enrichedPerSecond))));
        return new Measured(
                        table(rows, first, next, filled).toString(),
                        List.of(
                                Ratio.ofPairs("enriched / SQLite alone", of(first, Beside::ofSqlite), false),
                                Ratio.ofPairs("enriched, warm / SQLite alone", of(next, Beside::ofSqlite), false),
                                Ratio.ofMedians(
                                        "enriched into " + rows + " / into an empty file", filledRate, rate, false)))
                .drawn(chart);
    }

    private static Table table(String rows, List<Beside> first, List<Beside> next, List<Run> filled) {
        var enriched = series(runs(first), Run::enrichedPerSecond);
        var filledEnriched = series(filled, Run::enrichedPerSecond);
        return new Table("medians of " + first.size() + " rounds", "empty file", "the same process, warm", rows)
                .row("transactions/s, stored", told(first, next, filled, Run::perSecond, 0))
                .row("transactions/s, enriched and scored", told(first, next, filled, Run::enrichedPerSecond, 0))
                .row("SQLite alone, the same rows", told(first, next, Beside::sqlite, 0))
                .row("**of what SQLite alone does**", told(first, next, Beside::ofSqlite, 2))
                .row("the pipeline's own writer alone, the same rows", told(first, next, Beside::writer, 0))
                .row("of what its own writer does", told(first, next, Beside::ofWriter, 2))
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
            List<Beside> first, List<Beside> next, List<Run> filled, ToDoubleFunction<Run> figure, int decimals) {
        return Stream.of(runs(first), runs(next), filled)
                .map(runs -> series(runs, figure).told(decimals))
                .collect(Collectors.joining(" | "));
    }

    /** The cells of a row that tells nothing of the filled file, as one. */
    private static String told(List<Beside> first, List<Beside> next, ToDoubleFunction<Beside> figure, int decimals) {
        return of(first, figure).told(decimals) + " | " + of(next, figure).told(decimals) + " | ";
    }

    private static List<Run> runs(List<Beside> loads) {
        return loads.stream().map(Beside::run).toList();
    }

    private static Series of(List<Beside> loads, ToDoubleFunction<Beside> figure) {
        return new Series(loads.stream().map(figure::applyAsDouble).toList());
    }

    private static Series series(List<Run> runs, ToDoubleFunction<Run> figure) {
        return new Series(runs.stream().map(figure::applyAsDouble).toList());
    }
}
