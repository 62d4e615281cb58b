package dev.sluice.guard;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rules.Catalogue;
import java.util.List;

/** Has every rule look at infrastructure. */
public final class Guard {

    private Guard() {}

    /** What all rules of the catalogue find. */
    public static List<Finding> look(ResourceGraph graph, Expectations expectations) {
        return look(graph, expectations, Catalogue.ALL);
    }

    /** What these rules find. */
    public static List<Finding> look(ResourceGraph graph, Expectations expectations, List<Rule> rules) {
        var cloud = new Cloud(graph, expectations);
        return rules.stream().flatMap(rule -> rule.look(cloud)).toList();
    }
}
