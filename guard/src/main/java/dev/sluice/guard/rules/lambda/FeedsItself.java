package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function that may send to what calls it. */
public final class FeedsItself implements Rule {

    private static final Card CARD = new Card(
            "lambda-feeds-itself",
            Severity.WARNING,
            "A function may send to a topic or queue that calls it",
            "An event that leads to another one of its kind goes round. Lambda stops a loop it sees after about sixteen turns, "
                    + "and drops the event; one that it does not see is paid for until somebody notices.",
            "Send to another topic or queue, or take the variable and the right away. Where it is meant, suppress this with "
                    + "the reason for which it ends.",
            "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .flatMap(function -> Configured.of(cloud, function).stream()
                        .map(Configured::resource)
                        .distinct()
                        .flatMap(resource -> found(cloud, function, resource)));
    }

    private Stream<Finding> found(Cloud cloud, Resource function, Resource resource) {
        var ways = resource.type().equals("aws_sns_topic")
                ? ofTopic(cloud, function, resource).toList()
                : ofQueue(cloud, function, resource).toList();
        if (ways.isEmpty() || !maySend(cloud, function, resource)) {
            return Stream.empty();
        }
        return Stream.of(
                ways.stream().anyMatch(way -> !isFiltered(way))
                        ? broken(function, "it may send to " + resource + ", which calls it by " + ways.getFirst())
                        : cannotTell(
                                function,
                                "it may send to " + resource
                                        + ", and whether that calls it is decided by the filter of "
                                        + ways.getFirst()));
    }

    private static boolean maySend(Cloud cloud, Resource function, Resource resource) {
        var action = resource.type().equals("aws_sns_topic") ? "sns:Publish" : "sqs:SendMessage";
        return cloud.rights().may(function, action, resource) instanceof Decision.Allowed;
    }

    /** The subscriptions by which a topic calls a function, itself or by a queue. */
    private static Stream<Resource> ofTopic(Cloud cloud, Resource function, Resource topic) {
        return cloud.of("aws_sns_topic_subscription").stream()
                .filter(subscription -> cloud.graph()
                        .target(subscription.at("topic_arn"), "aws_sns_topic")
                        .filter(topic::equals)
                        .isPresent())
                .filter(subscription -> cloud.functions()
                                .meant(subscription.at("endpoint"))
                                .filter(function::equals)
                                .isPresent()
                        || cloud.graph().target(subscription.at("endpoint"), "aws_sqs_queue").stream()
                                .anyMatch(
                                        queue -> ofQueue(cloud, function, queue).anyMatch(way -> !isFiltered(way))));
    }

    /** The mappings by which a queue calls a function. */
    private static Stream<Resource> ofQueue(Cloud cloud, Resource function, Resource queue) {
        return cloud.invocations().mappings(function).stream()
                .filter(mapping ->
                        cloud.invocations().queue(mapping).filter(queue::equals).isPresent());
    }

    private static boolean isFiltered(Resource way) {
        return !way.at("filter_policy").isAbsent()
                || !way.at("filter_criteria").each().isEmpty();
    }
}
