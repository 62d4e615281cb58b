package dev.sluice.benchmarks.domain;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Transactions a second on one thread, from bytes to a verdict, and what each allocates; by JMH. */
public final class DomainBenchmark {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private DomainBenchmark() {}

    public static Measured run(Settings settings) throws RunnerException {
        var seconds = settings.quick() ? 1 : 2;
        var results = new Runner(new OptionsBuilder()
                        .include(ParseAndValidate.class.getName() + "\\.")
                        .forks(settings.rounds())
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(seconds))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        var floor = rate(result(results, "readAlone"));
        var table = new Table(
                "medians of " + floor.values().size() + " iterations",
                "transactions/s, one thread",
                "of reading alone",
                "bytes allocated a transaction");
        for (var step : List.of("readAlone", "parse", "parseAndValidate")) {
            var result = result(results, step);
            table.row(
                    switch (step) {
                        case "readAlone" -> "jackson-core reads the tokens";
                        case "parse" -> "read strictly into a tree";
                        default -> "**read and validate**";
                    },
                    rate(result).told(0),
                    Series.number(rate(result).median() / floor.median(), 2),
                    Series.number(allocated(result), 0));
        }
        return new Measured(
                table.toString(),
                List.of(
                        ofFloor("read strictly into a tree / jackson-core reads the tokens", results, "parse", floor),
                        ofFloor(
                                "read and validate / jackson-core reads the tokens",
                                results,
                                "parseAndValidate",
                                floor)));
    }

    private static Ratio ofFloor(String name, Collection<RunResult> results, String step, Series floor) {
        return Ratio.ofMedians(name, rate(result(results, step)), floor, false);
    }

    private static RunResult result(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getScore();
    }

    /** One value an iteration, of all forks. */
    private static Series rate(RunResult result) {
        return new Series(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList());
    }
}
