package dev.sluice.integration.sandbox.deployed;

import java.util.Optional;

/**
 * A subscription of a topic.
 *
 * @param address its address in Terraform
 * @param arn its ARN
 * @param topic the ARN of the topic
 * @param protocol {@code lambda}, {@code sqs}
 * @param endpoint who is told: the ARN of a function with its qualifier, or of a queue
 * @param undelivered the ARN of the queue for what could not be handed over
 * @param filter the pattern that a message has to match; empty where every message is told
 * @param filtersBody whether it is matched with the message's text and not with its attributes
 */
public record TopicSubscription(
        String address,
        String arn,
        String topic,
        String protocol,
        String endpoint,
        Optional<String> undelivered,
        Optional<String> filter,
        boolean filtersBody) {

    static TopicSubscription of(Stated subscription) {
        return new TopicSubscription(
                subscription.address(),
                subscription.need("arn"),
                subscription.need("topic_arn"),
                subscription.need("protocol"),
                subscription.need("endpoint"),
                subscription
                        .text("redrive_policy")
                        .map(policy -> Deployment.json(policy)
                                .path("deadLetterTargetArn")
                                .asText()),
                subscription.text("filter_policy"),
                subscription.text("filter_policy_scope").equals(Optional.of("MessageBody")));
    }
}
