package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function, queue or API that no alarm is about. */
public final class NothingWatches implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-nothing-watches",
            Severity.NOTE,
            "No alarm is about it",
            "When it fails, its users are the first to know.",
            "Give it an aws_cloudwatch_metric_alarm whose dimensions name it: Errors and Throttles of a function, "
                    + "ApproximateAgeOfOldestMessage of a queue, 5XXError of an API.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return Stream.of(
                        cloud.functions().all().stream(),
                        cloud.of("aws_sqs_queue").stream()
                                .filter(queue -> !cloud.failures().isDeadLetterQueue(queue)),
                        cloud.apis().all().stream())
                .flatMap(all -> all)
                .flatMap(resource -> found(cloud, resource));
    }

    private Stream<Finding> found(Cloud cloud, Resource resource) {
        return switch (cloud.alarms().watch(resource)) {
            case YES -> Stream.empty();
            case NO ->
                Stream.of(broken(resource, "none of " + cloud.alarms().all().size() + " alarms is about it"));
            case CANNOT_TELL ->
                Stream.of(cannotTell(resource, "an alarm is about something that is not known, which may be this"));
        };
    }
}
