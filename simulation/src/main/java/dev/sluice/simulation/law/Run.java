package dev.sluice.simulation.law;

import dev.sluice.simulation.fault.Kind;
import dev.sluice.simulation.world.Item;
import dev.sluice.simulation.world.World;
import java.util.List;

/**
 * A run that has come to rest.
 *
 * @param state what is in the file
 * @param redriven whether all dead letters were redriven since everything was healed
 */
public record Run(World world, State state, boolean redriven) {

    public static Run of(World world, boolean redriven) {
        return new Run(world, State.read(world.file()), redriven);
    }

    /** Whether anything went wrong of one of these kinds. */
    boolean had(List<Kind> kinds) {
        return kinds.stream().anyMatch(world.faults().counts()::containsKey);
    }

    /** Whether anything at all went wrong. */
    boolean hadFaults() {
        return !world.faults().counts().isEmpty();
    }

    /** Whether the history of that transaction can never be read. */
    boolean isUnreadable(Stored stored) {
        return world.plan().items().stream()
                .anyMatch(item -> item instanceof Item.BreaksHistory broken
                        && broken.identity().equals(stored.identity()));
    }
}
