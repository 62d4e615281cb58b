package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function that is made without waiting for what its role is allowed. */
public final class NotWaitingForItsPolicies implements Rule {

    private static final Card CARD = new Card(
            "lambda-not-waiting-for-its-policies",
            Severity.NOTE,
            "A function does not wait for the policies of its role",
            "Terraform makes the function and the policy in any order. For a while the function runs without its rights: a "
                    + "mapping or a network interface cannot be made until the provider has tried again, and events that come "
                    + "early fail. When all is destroyed, the policy may go first.",
            "Write depends_on with the policy or its attachment into the function.",
            "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        if (cloud.graph().origin() == Origin.LIVE) {
            // A state remembers what waited for what; an account does not, where everything has been made already.
            return Stream.empty();
        }
        var order = new Order(cloud.graph());
        return cloud.functions().all().stream().flatMap(function -> found(cloud, order, function));
    }

    private Stream<Finding> found(Cloud cloud, Order order, Resource function) {
        // A policy that speaks of the function itself has to come after it.
        var late = cloud.rights().role(function).stream()
                .flatMap(role -> cloud.rights().policyResources(role).stream())
                .filter(policy -> !order.isBefore(policy, function) && !order.isBefore(function, policy))
                .map(Resource::block)
                .distinct()
                .toList();
        return late.isEmpty()
                ? Stream.empty()
                : Stream.of(broken(function, "it does not wait for " + String.join(", ", late)));
    }
}
