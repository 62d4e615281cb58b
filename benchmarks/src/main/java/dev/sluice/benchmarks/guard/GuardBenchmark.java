package dev.sluice.benchmarks.guard;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.process.Clocked;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole command over plans of 500 and 5,000 resources, from the start of the process to its end, beside the same
 * command that only lists its rules: what is more than that is the check.
 */
public final class GuardBenchmark {

    private static final int RUNS_A_ROUND = 3;
    private static final List<Integer> SIZES = List.of(500, 5_000);

    private GuardBenchmark() {}

    public static Measured run(Settings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.work());
        var runs = settings.rounds() * RUNS_A_ROUND;
        var table = new Table(
                "medians of " + runs + " runs",
                "plan, kB",
                "whole command, s",
                "beyond its start, s",
                "a resource, ms");
        var start = new ArrayList<Double>();
        for (var i = 0; i < runs; i++) {
            start.add(seconds(settings, "--rules"));
        }
        var floor = new Series(start);
        table.row("lists its rules", "", floor.told(2), "", "");
        var ratios = new ArrayList<Ratio>();
        for (int size : SIZES) {
            var file = settings.work().resolve("plan-" + size + ".json");
            Files.writeString(file, Plan.of(size));
            var whole = new ArrayList<Double>();
            for (var i = 0; i < runs; i++) {
                whole.add(seconds(settings, file.toString(), "--json"));
            }
            var series = new Series(whole);
            var beyond = series.median() - floor.median();
            table.row(
                    "checks a plan of " + Series.number(size, 0) + " resources",
                    Series.number(Files.size(file) / 1_000.0, 0),
                    series.told(2),
                    Series.number(beyond, 2),
                    Series.number(beyond * 1_000 / size, 2));
            ratios.add(Ratio.ofMedians(
                    "guard over " + Series.number(size, 0) + " resources / lists its rules", series, floor, true));
            Files.delete(file);
        }
        return new Measured(table.toString(), ratios);
    }

    private static double seconds(Settings settings, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "-jar", settings.repository().resolve("cli/target/sluice.jar").toString(), "guard"));
        words.addAll(List.of(arguments));
        // 1 is a finding, and a checked plan all the same.
        return Clocked.java(words, Map.of(), settings.work().resolve("report.txt"))
                .seconds(1);
    }
}
