package dev.sluice.simulation;

import dev.sluice.simulation.campaign.Trial;
import dev.sluice.simulation.world.Parts;
import dev.sluice.simulation.world.Plan;

/** Runs simulations. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        long from = Long.parseLong(args[0]), n = Long.parseLong(args[1]);
        long t0 = System.nanoTime();
        int bad = 0;
        long calls = 0, turns = 0;
        for (long seed = from; seed < from + n; seed++) {
            var t = args.length > 2 ? Trial.of(Plan.of(seed), Parts.REAL, f -> true, true) : Trial.of(seed, Parts.REAL);
            calls += t.calls();
            turns += t.turns();
            if (args.length > 2) t.trace().forEach(System.out::println);
            if (t.broken().isPresent() && bad++ < 20) {
                System.out.println(seed + ": " + t.broken().get());
            }
        }
        System.out.println(
                bad + " bad; calls " + calls + " turns " + turns + " ms/seed " + (System.nanoTime() - t0) / 1e6 / n);
    }
}
