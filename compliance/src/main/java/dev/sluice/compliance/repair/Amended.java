package dev.sluice.compliance.repair;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resources and graphs with one thing other than it was. */
final class Amended {

    private Amended() {}

    /** A resource that says something else under one name. */
    static Resource with(Resource resource, String attribute, Value value) {
        var attributes = new LinkedHashMap<>(resource.attributes().values());
        attributes.put(attribute, value);
        return new Resource(
                resource.address(),
                resource.module(),
                resource.data(),
                resource.type(),
                resource.name(),
                new Value.Fields(attributes),
                resource.dependsOn(),
                resource.place(),
                resource.before(),
                resource.written(),
                resource.comments());
    }

    /** A block that is there at most once, as a state shows it. */
    static Value block(String member, Value value) {
        return new Value.Items(List.of(new Value.Fields(Map.of(member, value))));
    }

    /** A graph in which one resource is as given, and every other as it was. */
    static ResourceGraph with(ResourceGraph graph, Resource changed) {
        return new ResourceGraph(
                graph.origin(),
                graph.resources().stream()
                        .map(resource -> resource.data() == changed.data()
                                        && resource.address().equals(changed.address())
                                ? changed
                                : resource)
                        .toList(),
                graph.outputs(),
                graph.providers(),
                graph.unreadable(),
                graph.elsewhere());
    }
}
