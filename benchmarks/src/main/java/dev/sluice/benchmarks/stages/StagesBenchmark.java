package dev.sluice.benchmarks.stages;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Each stage of one transaction, in microseconds, in reads of its body by jackson-core, and in bytes allocated; by JMH. */
public final class StagesBenchmark {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private StagesBenchmark() {}

    public static Measured run(Settings settings) throws RunnerException {
        var results = byStage(new Runner(new OptionsBuilder()
                        .include(OneTransaction.class.getName() + "\\.")
                        .forks(settings.rounds())
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run());
        var floor = micros(of(results, Stage.FLOOR));
        var table = new Table("stage", "µs", "× the floor", "at most", "", "bytes allocated", "at most", "");
        var ratios = new ArrayList<Ratio>();
        var micros = 0.0;
        var bytes = 0.0;
        for (var stage : Stage.values()) {
            var took = micros(of(results, stage));
            var times = took.median() / floor.median();
            var allocated = allocated(of(results, stage));
            table.row(row(stage, took.told(2), times, allocated));
            if (stage != Stage.FLOOR) {
                ratios.add(Ratio.ofMedians(name(stage), took, floor, true));
                micros += took.median();
                bytes += allocated;
            }
        }
        table.row(
                "**together**",
                Series.number(micros, 1),
                Series.number(micros / floor.median(), 1),
                "",
                "",
                Series.number(bytes, 0),
                "",
                "");
        return new Measured(table.toString(), ratios);
    }

    private static String[] row(Stage stage, String micros, double times, double bytes) {
        var budget = stage.budget();
        return new String[] {
            stage.words(),
            micros,
            Series.number(times, 2),
            Series.number(budget.times(), 2),
            Budget.told(times, budget.times()),
            Series.number(bytes, 0),
            Series.number(budget.bytes(), 0),
            Budget.told(bytes, budget.bytes())
        };
    }

    /** The same in each run, whatever becomes of the words. */
    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT) + " over reading the body";
    }

    private static Map<Stage, RunResult> byStage(Collection<RunResult> results) {
        var byStage = new EnumMap<Stage, RunResult>(Stage.class);
        for (var result : results) {
            byStage.put(Stage.valueOf(result.getParams().getParam("stage")), result);
        }
        return byStage;
    }

    private static RunResult of(Map<Stage, RunResult> results, Stage stage) {
        return Objects.requireNonNull(results.get(stage), "each stage was run");
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getScore();
    }

    /** One value an iteration, of all forks. */
    private static Series micros(RunResult result) {
        return new Series(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList());
    }
}
