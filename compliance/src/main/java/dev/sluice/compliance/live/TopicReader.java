package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/**
 * Reads SNS: each topic, and what is subscribed to it.
 *
 * <p>A topic is {@code aws_sns_topic.NAME}. Its policy is its own attribute, not a resource beside it: the account does not
 * tell which of both ways it was written. For subscriptions see {@link SubscriptionReading}.
 */
final class TopicReader implements ServiceReader {

    private static final Service SNS = new Service("sns");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Policy", "policy",
            "KmsMasterKeyId", "kms_master_key_id",
            "DisplayName", "display_name",
            "Owner", "owner");

    private final SnsClient sns;

    TopicReader(SnsClient sns) {
        this.sns = sns;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("sns", ""));
        Predicate<String> isIts = arn -> scope.names(name(arn)) || bearing.contains(name(arn));
        var topics = SNS.list("ListTopics", () -> sns.listTopicsPaginator().topics()).stream()
                .map(Topic::topicArn)
                .filter(isIts)
                .flatMap(arn -> topic(arn, unread));
        var subscriptions =
                SNS
                        .list(
                                "ListSubscriptions",
                                () -> sns.listSubscriptionsPaginator().subscriptions())
                        .stream()
                        .filter(each -> isIts.test(each.topicArn()))
                        .flatMap(each -> new SubscriptionReading(SNS, sns).read(each, unread));
        return Stream.concat(topics, subscriptions).toList();
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private Stream<Resource> topic(String arn, Unread unread) {
        var topic = LiveResource.of("aws_sns_topic", name(arn))
                .text("name", name(arn))
                .text("arn", arn)
                .text("id", arn);
        return SNS
                .about(topic, unread)
                .of(
                        "GetTopicAttributes",
                        () -> sns.getTopicAttributes(request -> request.topicArn(arn))
                                .attributes(),
                        told -> ATTRIBUTES.forEach((theirs, ours) -> topic.text(ours, told.get(theirs))),
                        List.copyOf(ATTRIBUTES.values()))
                .of(
                        "ListTagsForResource",
                        () -> sns.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value)),
                        topic::tags,
                        List.of("tags", "tags_all"))
                .made()
                .stream();
    }
}
