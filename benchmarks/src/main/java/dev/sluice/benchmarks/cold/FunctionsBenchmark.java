package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.Settings;
import dev.sluice.benchmarks.figures.Measured;
import dev.sluice.benchmarks.figures.Ratio;
import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.figures.Table;
import dev.sluice.benchmarks.load.Workload;
import dev.sluice.benchmarks.pipeline.Folders;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What each function of the pipeline takes for one event by itself, with AWS answering at once: what the cost model starts
 * from.
 */
public final class FunctionsBenchmark {

    private static final int ROUNDS = 5;
    private static final int EVENTS = 2_000;
    private static final int QUICK_EVENTS = 200;

    /** A function of the pipeline with what it is there for. */
    private record Employed(Function function, Job job) {}

    private static final List<Employed> FUNCTIONS = List.of(
            new Employed(Pipeline.VALIDATOR, Job.VALIDATE),
            new Employed(Pipeline.PROCESSOR, Job.PROCESS),
            new Employed(Pipeline.ENRICHER, Job.ENRICH),
            new Employed(Pipeline.NOTIFIER, Job.NOTIFY));

    private FunctionsBenchmark() {}

    /**
     * Measures them on the managed runtime, beside a function that does nothing.
     *
     * @throws IllegalStateException where one of them does not do what its event asks for
     */
    public static Measured run(Settings settings) throws IOException, InterruptedException {
        var work = Folders.empty(settings.work().resolve("functions"));
        try (var aws = FakeAws.start(Webhooks.secret())) {
            return measured(Rounds.of(
                    deployed(settings, work),
                    settings.quick() ? 1 : ROUNDS,
                    settings.quick() ? QUICK_EVENTS : EVENTS,
                    Workload.of(settings.repository()),
                    aws,
                    work));
        } finally {
            Folders.remove(work);
        }
    }

    private static List<Contender> deployed(Settings settings, Path work) throws IOException {
        var runtime = ManagedRuntime.in(work);
        var deployed = new ArrayList<Contender>();
        deployed.add(Contenders.hello(work.resolve("hello")).deployed(runtime));
        for (var employed : FUNCTIONS) {
            deployed.add(Contenders.function(settings, work, employed.function(), employed.job())
                    .deployed(runtime));
        }
        return deployed;
    }

    private static Measured measured(Rounds rounds) {
        var table = new Table(
                "one event of",
                "warm, ms",
                "CPU, ms",
                "AWS calls",
                "most memory, MB",
                "start to first answer, ms",
                "CPU until then, ms");
        var ratios = new ArrayList<Ratio>();
        for (var name : rounds.runs().keySet()) {
            table.row(
                    name,
                    rounds.series(name, run -> run.warmMicros() / 1e3).told(2),
                    rounds.series(name, run -> run.warmCpuMicros() / 1e3).told(2),
                    Series.number(rounds.series(name, Run::calls).median(), 0),
                    rounds.series(name, Run::peakMegabytes).told(0),
                    rounds.series(name, Run::answeredMillis).told(0),
                    rounds.series(name, Run::cpuMillis).told(0));
            if (!name.equals(Contenders.FLOOR)) {
                ratios.add(Ratio.ofPairs(
                        "a warm event: " + name + " / " + Contenders.FLOOR,
                        rounds.over(Contenders.FLOOR, name, Run::warmMicros),
                        true));
            }
        }
        return new Measured(table.toString(), ratios).keeping(CostFigures.WORK, CostFigures.work(rounds));
    }
}
