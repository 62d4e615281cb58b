package dev.sluice.simulation.law;

import dev.sluice.simulation.fault.Calls;
import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** Each reason of each dead letter names a fault that there was, or poison. */
final class DeadLettersAreExplained implements Law {

    private static final List<Kind> SLOW = List.of(Kind.HANGS, Kind.HANGS_AND_FAILS, Kind.CLOCK_STEPS);

    @Override
    public String sentence() {
        return "every dead letter has a reason that a fault or poison explains";
    }

    @Override
    public List<String> broken(Run run) {
        var broken = new ArrayList<String>();
        for (var letter : run.state().letters()) {
            if (letter.reasons().isEmpty()) {
                broken.add(letter + " has no reason");
            }
            for (var reason : letter.reasons()) {
                if (!isExplained(reason, letter, run)) {
                    broken.add(letter + ": nothing explains '" + reason + "'");
                }
            }
        }
        return broken;
    }

    private static boolean isExplained(String reason, Letter letter, Run run) {
        if (isPoison(letter, run)) {
            return true;
        }
        if (reason.contains(Calls.INJECTED)) {
            return true;
        }
        if (reason.startsWith("timed out after")) {
            return run.had(SLOW);
        }
        if (reason.equals("the process ended while the function ran")) {
            return run.world().deaths() > 0;
        }
        if (reason.equals("the function did not return in time")
                || reason.startsWith("another call has claimed one of its alerts")) {
            return run.hadFaults();
        }
        return false;
    }

    /** Whether nothing can ever be made of it. */
    static boolean isPoison(Letter letter, Run run) {
        return letter.mentions(World.POISON)
                || run.state().stored().stream()
                        .anyMatch(stored -> run.isUnreadable(stored) && letter.isOfRow(stored.row()));
    }
}
