package dev.sluice.simulation;

import dev.sluice.simulation.campaign.Campaign;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** After how many seeds each break is found: the table of docs/simulation.md. */
final class BreakTable {

    private static final long MOST_SEEDS = 3_000;

    private BreakTable() {}

    public static void main(String[] arguments) {
        var starts = Integer.parseInt(arguments[0]);
        System.out.println(
                "| what is wrong | found after seeds: median | at most | law that was broken |\n|---|---|---|---|");
        for (var broken : Break.values()) {
            var laws = new TreeSet<String>();
            var needed = LongStream.range(0, starts)
                    .map(start -> new Campaign(broken, 1 + start * 100_000, MOST_SEEDS, 1)
                            .firstFailure()
                            .map(trial -> {
                                laws.add(trial.broken().orElseThrow().law().sentence());
                                return trial.plan().seed() - start * 100_000;
                            })
                            .orElse(Long.MAX_VALUE))
                    .sorted()
                    .toArray();
            System.out.println("| " + broken.sentence() + " | " + needed[starts / 2] + " | " + needed[starts - 1]
                    + " | " + String.join("; ", laws) + " |");
        }
    }
}
