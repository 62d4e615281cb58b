package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.EventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can happen between a queue or a stream and the function that it is read for. */
final class SourceTroubles {

    static final String SQS = "AWS/SQS";

    /** Work that waits for an hour is work that nobody does. */
    private static final Duration TOO_LONG = Duration.ofHours(1);

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private SourceTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        return deployment.sources().stream()
                .flatMap(source -> source.isStream() ? ofStream(deployment, source).stream() : ofQueue(source).stream())
                .toList();
    }

    private static List<Trouble> ofQueue(EventSource source) {
        var queue = Arn.name(source.from());
        return List.of(Trouble.of(
                queue + " is not emptied",
                FIVE_MINUTES,
                new Reading(
                        SQS,
                        "ApproximateAgeOfOldestMessage",
                        List.of(Map.of("QueueName", queue)),
                        List.of(5.0),
                        List.of((double) TOO_LONG.toSeconds()))));
    }

    private static List<Trouble> ofStream(Deployment deployment, EventSource source) {
        var function = deployment
                .function(source.function())
                .orElseThrow(() -> new IllegalStateException(source.address() + " reads for no deployed function"));
        var dimensions = FunctionTroubles.dimensions(function);
        var troubles = new ArrayList<Trouble>();
        troubles.add(Trouble.of(
                function.name() + " is behind its stream",
                FIVE_MINUTES,
                new Reading(FunctionTroubles.LAMBDA, "IteratorAge", dimensions, List.of(500.0), List.of((double)
                        TOO_LONG.toMillis()))));
        if (source.failures().isPresent()) {
            troubles.add(Trouble.of(
                    function.name() + " gives up on a batch and cannot tell where it lay in the stream",
                    Duration.ofMinutes(1),
                    Reading.once(FunctionTroubles.LAMBDA, "DestinationDeliveryFailures", dimensions)));
        }
        return troubles;
    }
}
