package dev.sluice.infra.guard;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A change of our own stack that makes exactly one rule fail.
 *
 * @param rule the rule's id
 * @param what the change, as a reader would name it
 * @param change the change
 * @param planned whether it is looked at as a plan that goes from the stack as it was to the changed one
 */
record Mutation(String rule, String what, Consumer<StackJson> change, boolean planned) {

    static Mutation of(String rule, String what, Consumer<StackJson> change) {
        return new Mutation(rule, what, change, false);
    }

    static Mutation planned(String rule, String what, Consumer<StackJson> change) {
        return new Mutation(rule, what, change, true);
    }

    /** The stack as it is after the change. */
    ResourceGraph graph(StackJson stack) {
        var changed = StackJson.of(stack.root());
        change.accept(changed);
        var graph = changed.graph();
        return planned ? plan(stack.graph(), graph) : graph;
    }

    private static ResourceGraph plan(ResourceGraph before, ResourceGraph after) {
        Map<String, Value.Fields> was = new HashMap<>();
        before.resources().forEach(resource -> was.put(resource.address(), resource.attributes()));
        return new ResourceGraph(
                Origin.PLAN,
                after.resources().stream()
                        .map(resource -> with(resource, Optional.ofNullable(was.get(resource.address()))))
                        .toList(),
                after.outputs(),
                after.providers(),
                after.unreadable());
    }

    private static Resource with(Resource resource, Optional<Value.Fields> before) {
        return new Resource(
                resource.address(),
                resource.module(),
                resource.data(),
                resource.type(),
                resource.name(),
                resource.attributes(),
                resource.dependsOn(),
                resource.place(),
                before,
                resource.written(),
                resource.comments());
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
