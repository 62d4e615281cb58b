package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Reads one subscription to a topic.
 *
 * <p>It is {@code aws_sns_topic_subscription.TOPIC-PROTOCOL-ENDPOINT}, the endpoint by the last part of its ARN: a topic has one
 * of each, and one that was made anew is called the same. One of a person or of a place in the Internet has the last part of its
 * own ARN there, and no endpoint: such an address is nobody's to keep.
 */
record SubscriptionReading(Service service, SnsClient sns) {

    private static final Map<String, String> TEXTS = Map.of(
            "RedrivePolicy", "redrive_policy",
            "FilterPolicy", "filter_policy",
            "FilterPolicyScope", "filter_policy_scope");

    private static final String RAW = "raw_message_delivery";

    /** The subscription; none where it is gone, or was never confirmed, so that nothing is sent to it. */
    Stream<Resource> read(Subscription listed, Unread unread) {
        var arn = listed.subscriptionArn();
        if (!arn.startsWith("arn:")) {
            return Stream.empty();
        }
        boolean ofAws = listed.endpoint().startsWith("arn:");
        var name = String.join("-", last(listed.topicArn()), listed.protocol(), last(ofAws ? listed.endpoint() : arn));
        var subscription = LiveResource.of("aws_sns_topic_subscription", name)
                .text("arn", arn)
                .text("id", arn)
                .text("topic_arn", listed.topicArn())
                .text("protocol", listed.protocol())
                .text("endpoint", ofAws ? listed.endpoint() : null);
        return service
                .about(subscription, unread)
                .of(
                        "GetSubscriptionAttributes",
                        () -> sns.getSubscriptionAttributes(request -> request.subscriptionArn(arn))
                                .attributes(),
                        told -> told(subscription, told),
                        attributes())
                .made()
                .stream();
    }

    private static void told(LiveResource subscription, Map<String, String> told) {
        TEXTS.forEach((theirs, ours) -> subscription.text(ours, told.get(theirs)));
        subscription.truth(RAW, Boolean.valueOf(told.get("RawMessageDelivery")));
    }

    private static List<String> attributes() {
        var all = new ArrayList<>(TEXTS.values());
        all.add(RAW);
        return all;
    }

    /** What names a topic, a queue, a function with its alias, or a subscription in its ARN. */
    private static String last(String arn) {
        var parts = arn.split(":", 7);
        return parts[parts.length - 1];
    }
}
