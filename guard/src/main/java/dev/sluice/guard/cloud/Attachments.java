package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.List;

/** What stands beside a resource in a block of its own and says more of it: a bucket's policy, a queue's. */
public final class Attachments {

    private final ResourceGraph graph;

    Attachments(ResourceGraph graph) {
        this.graph = graph;
    }

    /**
     * The blocks of a type that are about a resource.
     *
     * @param attribute which of their attributes names it
     */
    public List<Resource> of(Resource owner, String type, String attribute) {
        return graph.of(type).stream()
                .filter(block -> graph.behind(block.at(attribute), owner.type()).contains(owner))
                .toList();
    }

    /** Whether a block of a type may be about any resource, as what it names cannot be told. */
    public boolean mayBeMore(String type, String attribute, String owner) {
        return graph.of(type).stream()
                .map(block -> block.at(attribute))
                .anyMatch(named -> named instanceof Value.Unknown
                        && graph.behind(named, owner).isEmpty());
    }
}
