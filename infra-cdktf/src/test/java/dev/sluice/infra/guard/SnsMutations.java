package dev.sluice.infra.guard;

import java.util.List;

/** What would break the rules about topics. */
final class SnsMutations {

    static final List<Mutation> ALL = List.of(Mutation.of(
            "sns-subscription-without-redrive",
            "what SNS cannot deliver to the processor goes nowhere",
            stack -> stack.resource("aws_sns_topic_subscription", "processor_from_transactions")
                    .remove("redrive_policy")));

    private SnsMutations() {}
}
