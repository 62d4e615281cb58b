package dev.sluice.simulation.campaign;

import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.law.Law;
import dev.sluice.simulation.law.Laws;
import dev.sluice.simulation.law.Run;
import dev.sluice.simulation.world.Parts;
import dev.sluice.simulation.world.Plan;
import dev.sluice.simulation.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One run from its beginning to its end, and what came of it.
 *
 * @param broken the first law that did not hold
 * @param millis of virtual time
 * @param happened names of the faults that happened
 * @param trace a line of everything that happened, where it was asked for
 */
public record Trial(
        Plan plan,
        Optional<Broken> broken,
        Map<Kind, Long> faults,
        long calls,
        long millis,
        long turns,
        Set<String> happened,
        List<String> trace) {

    public Trial {
        trace = List.copyOf(trace);
    }

    /** Runs it with all that its seed decides. */
    public static Trial of(long seed, Parts parts) {
        return of(Plan.of(seed), parts, fault -> true, false);
    }

    /**
     * Runs it.
     *
     * @param allowed which faults may happen, by their names
     * @param traced whether to keep a line of everything that happens
     */
    public static Trial of(Plan plan, Parts parts, Predicate<String> allowed, boolean traced) {
        try (var world = new World(plan, parts, allowed, traced)) {
            var broken = run(world);
            var faults = world.faults();
            return new Trial(
                    plan,
                    broken,
                    faults.counts(),
                    faults.calls(),
                    world.scheduler().now(),
                    world.scheduler().turns(),
                    faults.happened(),
                    world.trace().lines());
        }
    }

    private static Optional<Broken> run(World world) {
        world.settle();
        var broken = check(Run.of(world, false));
        if (broken.isPresent()) {
            return broken;
        }
        world.redriveAll();
        return check(Run.of(world, true));
    }

    private static Optional<Broken> check(Run run) {
        for (Law law : Laws.ALL) {
            var broken = law.broken(run);
            if (!broken.isEmpty()) {
                return Optional.of(new Broken(law, broken.getFirst()));
            }
        }
        return Optional.empty();
    }
}
