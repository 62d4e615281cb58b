package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Bar;
import dev.sluice.benchmarks.figures.Bars;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.load.Workload;
import dev.sluice.benchmarks.pipeline.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start of a process to its first answer, and from an event to its answer after that: our validator beside a function
 * that does nothing, and beside the same function on what else it could be written with, all through the runtime interface
 * client.
 */
public final class ColdBenchmark {

    /** Enough for the classes of a cold start and of what follows it. */
    private static final int TRAINING = 50;

    private static final int ROUNDS = 10;
    private static final int QUICK_ROUNDS = 2;
    private static final int EVENTS = 2_000;
    private static final int QUICK_EVENTS = 200;

    private ColdBenchmark() {}

    /**
     * Measures all contenders that are built; says which are not.
     *
     * @throws IllegalStateException where one of them answers wrongly or does not do what it is there for
     */
    public static Measured run(Settings settings) throws IOException, InterruptedException {
        var work = Folders.empty(settings.work().resolve("cold"));
        var workload = Workload.of(settings.repository());
        try (var aws = FakeAws.start(Webhooks.secret())) {
            var contenders = Contenders.of(settings, work);
            contenders.leftOut().forEach(System.out::println);
            var rounds = Rounds.of(
                    lineUp(contenders, aws, workload, work),
                    settings.quick() ? QUICK_ROUNDS : ROUNDS,
                    settings.quick() ? QUICK_EVENTS : EVENTS,
                    workload,
                    aws,
                    work);
            return measured(contenders, rounds);
        } finally {
            Folders.remove(work);
        }
    }

    private static List<Contender> lineUp(Contenders contenders, FakeAws aws, Workload workload, Path work)
            throws IOException, InterruptedException {
        var runtime = ManagedRuntime.in(work);
        var all = new ArrayList<Contender>();
        for (var variants : contenders.managed()) {
            all.add(variants.deployed(runtime));
        }
        all.addAll(contenders.others());
        for (var variants : contenders.managed()) {
            var training = Events.of(variants.job().shape(), workload, TRAINING, -1);
            all.add(variants.withCache(runtime, aws, work, training));
        }
        return all;
    }

    private static Measured measured(Contenders contenders, Rounds rounds) {
        var table = new Table(
                "",
                "start to first answer, ms",
                "CPU until then, ms",
                "of hello world's CPU",
                "a warm event, µs",
                "the slowest hundredth over, µs",
                "CPU of a warm event, µs",
                "AWS calls an event",
                "most memory, MB");
        var ratios = new ArrayList<Ratio>();
        var bars = new ArrayList<Bar>();
        for (var name : rounds.runs().keySet()) {
            table.row(row(name, rounds));
            bars.add(new Bar(name, rounds.series(name, Run::answeredMillis)));
            if (!name.equals(Contenders.FLOOR)) {
                ratios.addAll(ratios(name, rounds));
            }
        }
        var chart = new Bars(
                "Cold start of a function",
                "ms from the start of its process to its first answer; shorter is better",
                bars);
        var text = table
                + String.join(
                        "",
                        contenders.leftOut().stream()
                                .map(line -> "\n" + line + "\n")
                                .toList());
        var measured = new Measured(text, ratios).drawn(chart);
        return CostFigures.starts(rounds)
                .map(starts -> measured.keeping(CostFigures.STARTS, starts))
                .orElse(measured);
    }

    private static String[] row(String name, Rounds rounds) {
        return new String[] {
            name,
            rounds.series(name, Run::answeredMillis).told(0),
            rounds.series(name, Run::cpuMillis).told(0),
            rounds.over(Contenders.FLOOR, name, Run::cpuMillis).told(1),
            rounds.series(name, Run::warmMicros).told(0),
            rounds.series(name, Run::slowMicros).told(0),
            rounds.series(name, Run::warmCpuMicros).told(0),
            Series.number(rounds.series(name, Run::calls).median(), 0),
            rounds.series(name, Run::peakMegabytes).told(0)
        };
    }

    private static List<Ratio> ratios(String name, Rounds rounds) {
        var floor = " / " + Contenders.FLOOR;
        return List.of(
                Ratio.ofPairs(
                        "start to first answer: " + name + floor,
                        rounds.over(Contenders.FLOOR, name, Run::answeredMillis),
                        true),
                Ratio.ofPairs(
                        "CPU of a start: " + name + floor, rounds.over(Contenders.FLOOR, name, Run::cpuMillis), true),
                Ratio.ofPairs(
                        "a warm event: " + name + floor, rounds.over(Contenders.FLOOR, name, Run::warmMicros), true));
    }
}
