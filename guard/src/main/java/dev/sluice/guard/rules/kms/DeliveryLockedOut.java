package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A queue or topic whose key does not let the service use it that delivers into it. */
public final class DeliveryLockedOut implements Rule {

    private static final Card CARD = new Card(
            "kms-delivery-locked-out",
            Severity.ERROR,
            "The key of a queue or topic does not let the service use it that delivers into it",
            "Every message is refused and lost: SNS, EventBridge and S3 deliver as a service, and an encrypted queue takes "
                    + "nothing from one its key does not know. Nothing shows it but a metric of failed deliveries.",
            "Encrypt it with a key of your own and allow the service (sns.amazonaws.com, events.amazonaws.com or "
                    + "s3.amazonaws.com) kms:Decrypt and kms:GenerateDataKey* in its policy. With alias/aws/sqs or "
                    + "alias/aws/sns it cannot work; SSE-SQS needs no key.",
            "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html");

    private static final String SNS = "sns.amazonaws.com";
    private static final String EVENTS = "events.amazonaws.com";
    private static final String S3 = "s3.amazonaws.com";

    /** A way into a queue or topic: which, whose service, for which resource. */
    private record Delivery(Value into, String service, Resource whose) {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return deliveries(cloud)
                .flatMap(delivery -> cloud.graph().behind(delivery.into(), "aws_sqs_queue", "aws_sns_topic").stream()
                        .filter(into -> !into.data())
                        .flatMap(into -> found(cloud, into, delivery).stream()))
                .distinct();
    }

    private Optional<Finding> found(Cloud cloud, Resource into, Delivery delivery) {
        return Reach.of(cloud, into, delivery.service(), delivery.whose())
                .map(verdict -> new Finding(card(), verdict, into.address(), into.place()));
    }

    private static Stream<Delivery> deliveries(Cloud cloud) {
        var all = new ArrayList<Delivery>();
        for (var subscription : cloud.of("aws_sns_topic_subscription")) {
            var topic = cloud.graph()
                    .target(subscription.at("topic_arn"), "aws_sns_topic")
                    .orElse(subscription);
            if (cloud.text(subscription, "protocol").filter("sqs"::equals).isPresent()) {
                all.add(new Delivery(subscription.at("endpoint"), SNS, topic));
            }
            cloud.failures().target(subscription).ifPresent(dead -> all.add(new Delivery(dead, SNS, topic)));
        }
        for (var target : cloud.of("aws_cloudwatch_event_target")) {
            var rule = cloud.graph()
                    .target(target.at("rule"), "aws_cloudwatch_event_rule")
                    .orElse(target);
            // With a role it is the role that delivers.
            if (target.at("role_arn").isAbsent()) {
                all.add(new Delivery(target.at("arn"), EVENTS, rule));
            }
            cloud.failures().target(target).ifPresent(dead -> all.add(new Delivery(dead, EVENTS, rule)));
        }
        for (var notification : cloud.of("aws_s3_bucket_notification")) {
            var bucket = cloud.graph()
                    .target(notification.at("bucket"), "aws_s3_bucket")
                    .orElse(notification);
            for (var kind : List.of("queue", "topic")) {
                for (var each : notification.at(kind).each()) {
                    all.add(new Delivery(each.at(kind + "_arn"), S3, bucket));
                }
            }
        }
        return all.stream();
    }
}
