package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order Terraform makes things: what something refers to or depends on comes before it. */
final class Order {

    private final ResourceGraph graph;
    private final Map<String, List<Resource>> named = new HashMap<>();
    private final Map<Resource, Set<String>> known = new HashMap<>();

    Order(ResourceGraph graph) {
        this.graph = graph;
    }

    /** Whether Terraform surely makes one thing before another. */
    boolean isBefore(Resource first, Resource then) {
        return before(then).contains(first.block());
    }

    /** The blocks of all that comes before something. */
    private Set<String> before(Resource then) {
        return known.computeIfAbsent(then, this::collect);
    }

    private Set<String> collect(Resource then) {
        var seen = new LinkedHashSet<String>();
        var next = new ArrayDeque<Resource>(List.of(then));
        while (!next.isEmpty()) {
            var here = next.remove();
            var all = new ArrayList<Resource>();
            here.attributes().references().forEach(reference -> all.addAll(graph.at(reference.address())));
            here.dependsOn().forEach(name -> all.addAll(named(name)));
            all.stream().filter(each -> seen.add(each.block())).forEach(next::add);
        }
        return seen;
    }

    /** What a depends_on names: a block, or all of a module. */
    private List<Resource> named(String name) {
        return named.computeIfAbsent(
                name,
                ignored -> graph.resources().stream()
                        .filter(resource -> resource.block().equals(name)
                                || resource.address().startsWith(name + ".")
                                || resource.address().startsWith(name + "["))
                        .toList());
    }
}
