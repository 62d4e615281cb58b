package dev.sluice.guard.rules.iam;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.LinkedHashMap;

/** Policies of who may take on a role, which have no resources: the role is what they are about. */
final class TrustPolicies {

    private TrustPolicies() {}

    /** The policy of a role with a resource in every statement, as all others have; any other as it is. */
    static Value withResources(Resource holder, Value policy) {
        return holder.type().equals("aws_iam_role") ? withResources(policy) : policy;
    }

    private static Value withResources(Value policy) {
        var read = policy instanceof Value.Text text ? TextJson.read(text).orElse(policy) : policy;
        if (!(read instanceof Value.Fields(var members)) || !members.containsKey("Statement")) {
            return policy;
        }
        var all = new LinkedHashMap<>(members);
        all.put(
                "Statement",
                new Value.Items(read.at("Statement").each().stream()
                        .map(TrustPolicies::withResource)
                        .toList()));
        return new Value.Fields(all);
    }

    private static Value withResource(Value statement) {
        if (!(statement instanceof Value.Fields(var members))) {
            return statement;
        }
        var all = new LinkedHashMap<>(members);
        all.putIfAbsent("Resource", Value.text("*"));
        return new Value.Fields(all);
    }
}
