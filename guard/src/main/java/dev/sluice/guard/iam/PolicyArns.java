package dev.sluice.guard.iam;

import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;

/** The policies that are attached by their ARN: those of the graph, and AWS's own. */
final class PolicyArns {

    private final ResourceGraph graph;
    private final PolicyReader reader;
    private final Arns arns;

    PolicyArns(ResourceGraph graph, PolicyReader reader, Arns arns) {
        this.graph = graph;
        this.reader = reader;
        this.arns = arns;
    }

    /** The policy with an ARN. */
    Policy at(Value arn) {
        var targets = graph.behind(arn, "aws_iam_policy");
        if (targets.size() == 1) {
            var policy = targets.getFirst();
            return policy.data() ? reader.lookedUp(policy) : reader.read(policy.address(), policy.at("policy"));
        }
        return arn instanceof Value.Text text
                ? ManagedPolicies.at(arns.spelled(text)).orElse(Policy.unread(text.toString()))
                : Policy.unread("a policy");
    }
}
