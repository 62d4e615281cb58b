package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.figures.Series;
import dev.sluice.benchmarks.load.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What came of several runs of each of several contenders: by their names, a run a round.
 *
 * @param runs in the order of the contenders
 */
record Rounds(Map<String, List<Run>> runs) {

    /**
     * Runs them in turns, so that a machine that gets slower is slower for all. A first round of all is not counted: it brings
     * their files into memory, and has this process's own code compiled.
     *
     * @param events how many each process works on, beside the one that it starts with
     */
    static Rounds of(List<Contender> contenders, int rounds, int events, Workload workload, FakeAws aws, Path work)
            throws IOException, InterruptedException {
        var runs = new LinkedHashMap<String, List<Run>>();
        for (var round = 0; round <= rounds; round++) {
            for (var contender : contenders) {
                var run = Run.of(contender, aws, work, Events.of(contender.job().shape(), workload, events + 1, round));
                System.out.println((round == 0 ? "not counted: " : "") + contender.name() + " " + run);
                if (round > 0) {
                    runs.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        return new Rounds(runs);
    }

    /** One figure of one contender. */
    Series series(String contender, ToDoubleFunction<Run> figure) {
        return new Series(runs.getOrDefault(contender, List.of()).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    /** The same of each round over the floor's of the same round. */
    Series over(String floor, String contender, ToDoubleFunction<Run> figure) {
        var ratios = new ArrayList<Double>();
        var below = series(floor, figure).values();
        var above = series(contender, figure).values();
        for (var round = 0; round < below.size(); round++) {
            ratios.add(above.get(round) / below.get(round));
        }
        return new Series(ratios);
    }
}
