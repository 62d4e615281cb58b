package dev.sluice.simulation.campaign;

import dev.sluice.simulation.world.Item;
import dev.sluice.simulation.world.Parts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Finds the shortest history of a run that fails: drops what is to happen and what goes wrong, by halves and then one by one,
 * for as long as the same law is broken.
 */
public final class Shrinking {

    /** A history is not worth more runs than this. */
    private static final int MOST_RUNS = 2_000;

    private final Trial failing;
    private final Broken broken;
    private final Parts parts;
    private int runs;

    private Shrinking(Trial failing, Broken broken, Parts parts) {
        this.failing = failing;
        this.broken = broken;
        this.parts = parts;
    }

    /**
     * The same run with as little in it as still breaks the same law, with its trace.
     *
     * @throws IllegalArgumentException where it breaks none
     */
    public static Trial of(Trial failing, Parts parts) {
        var broken = failing.broken().orElseThrow(() -> new IllegalArgumentException("this run breaks no law"));
        return new Shrinking(failing, broken, parts).shortest();
    }

    private Trial shortest() {
        var items = new ArrayList<>(failing.plan().items());
        var faults = new ArrayList<>(failing.happened());
        var before = Integer.MAX_VALUE;
        while (items.size() + faults.size() < before && runs < MOST_RUNS) {
            before = items.size() + faults.size();
            shrink(faults, fewer -> breaks(items, fewer));
            shrink(items, fewer -> breaks(fewer, faults));
        }
        return run(items, faults, true);
    }

    @FunctionalInterface
    private interface Still<T> {
        boolean fails(List<T> fewer);
    }

    private <T> void shrink(List<T> list, Still<T> still) {
        for (var size = list.size(); size >= 1; size /= 2) {
            for (var from = 0; from < list.size() && runs < MOST_RUNS; ) {
                var to = Math.min(from + size, list.size());
                var fewer = new ArrayList<>(list.subList(0, from));
                fewer.addAll(list.subList(to, list.size()));
                if (still.fails(fewer)) {
                    list.subList(from, to).clear();
                } else {
                    from = to;
                }
            }
        }
    }

    private boolean breaks(List<Item> items, List<String> faults) {
        return run(items, faults, false)
                .broken()
                .filter(other -> other.law().sentence().equals(broken.law().sentence()))
                .isPresent();
    }

    private Trial run(List<Item> items, List<String> faults, boolean traced) {
        runs++;
        return Trial.of(failing.plan().with(items), parts, new HashSet<>(faults)::contains, traced);
    }
}
