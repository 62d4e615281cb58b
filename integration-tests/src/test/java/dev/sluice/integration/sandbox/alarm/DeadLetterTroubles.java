package dev.sluice.integration.sandbox.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.EventSource;
import dev.sluice.integration.sandbox.deployed.Stated;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can happen in a queue that anything gives up into: there is a letter, and it grows old. */
final class DeadLetterTroubles {

    /** What SQS keeps a message for where nothing is said (AWS, "SetQueueAttributes"). */
    private static final int USUAL_RETENTION = 345_600;

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private DeadLetterTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        var targets = targets(deployment);
        return deployment
                .of("aws_sqs_queue")
                .filter(queue -> targets.contains(queue.need("arn")))
                .flatMap(queue -> of(queue).stream())
                .toList();
    }

    private static List<Trouble> of(Stated queue) {
        var name = queue.need("name");
        var retention = queue.number(USUAL_RETENTION, "message_retention_seconds");
        return List.of(
                Trouble.of(
                        name + " holds a letter",
                        FIVE_MINUTES,
                        reading(name, "ApproximateNumberOfMessagesVisible", 0, 1)),
                Trouble.of(
                        name + " loses its oldest letter in half of the time that it keeps one",
                        FIVE_MINUTES,
                        reading(name, "ApproximateAgeOfOldestMessage", 60, retention / 2.0)));
    }

    private static Reading reading(String queue, String metric, double well, double troubled) {
        return new Reading(
                SourceTroubles.SQS, metric, List.of(Map.of("QueueName", queue)), List.of(well), List.of(troubled));
    }

    /** The ARNs of all that anything gives up into. */
    private static Set<String> targets(Deployment deployment) {
        return Stream.of(
                        deployment.functions().stream().map(DeployedFunction::deadLetters),
                        deployment.subscriptions().stream().map(TopicSubscription::undelivered),
                        deployment.sources().stream().map(EventSource::failures),
                        deployment.of("aws_sqs_queue").map(DeadLetterTroubles::redrivenTo))
                .flatMap(found -> found)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<String> redrivenTo(Stated queue) {
        return queue.text("redrive_policy").map(DeadLetterTroubles::target);
    }

    private static String target(String policy) {
        try {
            return JSON.readTree(policy).path("deadLetterTargetArn").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a redrive policy is JSON", e);
        }
    }
}
