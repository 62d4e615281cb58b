package dev.sluice.compliance.repair;

import dev.sluice.guard.graph.Resource;
import java.util.List;

/** How something would be put right. */
sealed interface Draft {

    /**
     * By any of these changes, the best first; never none.
     *
     * @param changes each with the resource as it would look in the graph
     */
    record Changes(List<Change> changes) implements Draft {
        public Changes {
            changes = List.copyOf(changes);
        }

        static Draft of(Change change) {
            return new Changes(List.of(change));
        }
    }

    /**
     * There is a way, and it is not gone.
     *
     * @param why for people
     */
    record Barred(String why) implements Draft {}

    /** There is none. */
    record None() implements Draft {}

    /**
     * A change of one resource.
     *
     * @param owner the resource whose tags say whose it is
     * @param changed the resource as it would be
     * @param target what the service knows it by
     * @param before how it is, see {@link Wording}
     * @param after how it would be
     */
    record Change(Resource owner, Resource changed, String target, String before, String after) {}
}
