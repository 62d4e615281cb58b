package dev.sluice.guard.rule;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import java.util.stream.Stream;

/** One thing that is wrong wherever it is so. It decides alone: no rule sees another. */
public interface Rule {

    /** What it is about. */
    Card card();

    /** What it finds. What it has nothing against it does not mention, and what cannot be known is never broken. */
    Stream<Finding> look(Cloud cloud);

    /** That a resource breaks it. */
    default Finding broken(Resource resource, String said) {
        return new Finding(card(), new Finding.Broken(said), resource.address(), resource.place());
    }

    /** That it cannot be told whether a resource does. */
    default Finding cannotTell(Resource resource, String said) {
        return new Finding(card(), new Finding.CannotTell(said), resource.address(), resource.place());
    }
}
