package dev.sluice.guard.rules.sns;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A subscription that has nowhere to put what cannot be delivered. */
public final class SubscriptionWithoutRedrive implements Rule {

    private static final Card CARD = new Card(
            "sns-subscription-without-redrive",
            Severity.WARNING,
            "A subscription has no dead-letter queue",
            "SNS drops what it cannot deliver. A function or queue that is gone, or that it may not call for the minute a "
                    + "deploy takes, is an error SNS does not retry at all: the message is lost at once and nothing tells.",
            "Give the subscription redrive_policy = jsonencode({ deadLetterTargetArn = <queue's ARN> }), and let "
                    + "sns.amazonaws.com send to that queue.",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html");

    /** What a program receives; people and telephones are not redriven to. */
    private static final List<String> PROTOCOLS = List.of("sqs", "lambda", "http", "https", "firehose");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_sns_topic_subscription").stream()
                .filter(subscription -> !hasTarget(cloud, subscription))
                .flatMap(subscription -> found(cloud, subscription));
    }

    private static boolean hasTarget(Cloud cloud, Resource subscription) {
        var policy = cloud.at(subscription, "redrive_policy");
        return !policy.isAbsent() && policy.asText().filter(String::isBlank).isEmpty();
    }

    private Stream<Finding> found(Cloud cloud, Resource subscription) {
        var protocol = cloud.at(subscription, "protocol");
        return protocol.asText()
                .map(known -> PROTOCOLS.contains(known)
                        ? Stream.of(broken(subscription, "what it cannot deliver over " + known + " is dropped"))
                        : Stream.<Finding>empty())
                .orElseGet(() -> protocol.isAbsent()
                        ? Stream.empty()
                        : Stream.of(cannotTell(subscription, "its protocol is not known before a deploy")));
    }
}
