package dev.sluice.integration.sandbox.alarm;

import static dev.sluice.integration.sandbox.alarm.Reading.samples;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.TopicSubscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can happen to transactions on their way: a topic loses one, and what functions count themselves. Which function counts
 * what, only the blueprint says; which of the deployed it is, its handler.
 */
final class FlowTroubles {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration ONCE = Duration.ofMinutes(1);

    /** An alarm looks back at one day at most (AWS, "PutMetricAlarm"), so none can wait for longer. */
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private FlowTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        var troubles = new ArrayList<>(ofTopics(deployment));
        Stream.of(Pipeline.BLUEPRINT, Compliance.BLUEPRINT)
                .flatMap(blueprint -> blueprint.functions().stream())
                .forEach(counting -> deployment.functions().stream()
                        .filter(function -> function.handler().equals(counting.handler()))
                        .forEach(function -> troubles.addAll(of(deployment, counting, function))));
        return troubles;
    }

    private static List<Trouble> ofTopics(Deployment deployment) {
        return deployment.subscriptions().stream()
                .filter(subscription -> subscription.protocol().equals("lambda"))
                .map(TopicSubscription::topic)
                .distinct()
                .map(Arn::name)
                .map(topic -> Trouble.of(
                        topic + " cannot hand a message over and cannot put it into the dead-letter queue",
                        ONCE,
                        Reading.once(
                                "AWS/SNS",
                                "NumberOfNotificationsFailedToRedriveToDlq",
                                List.of(Map.of("TopicName", topic)))))
                .toList();
    }

    private static List<Trouble> of(Deployment deployment, Function counting, DeployedFunction function) {
        var own = OwnMetrics.of(counting, function);
        var troubles = new ArrayList<Trouble>();
        counting.records().ifPresent(records -> troubles.add(failsInPart(own, records, function.name())));
        if (counting.equals(Pipeline.PROCESSOR)) {
            troubles.add(Trouble.of(
                    function.name() + " meets other content under the identity of a stored transaction",
                    ONCE,
                    own.once(Metrics.CONFLICTS)));
        }
        if (counting.equals(Pipeline.VALIDATOR) && isToBeTold(deployment, own)) {
            troubles.add(Trouble.of(
                    function.name() + " accepts nothing",
                    TWO_DAYS,
                    own.reading(Metrics.ACCEPTED, List.of(1.0), List.of())));
        }
        return troubles;
    }

    /**
     * 30 of 100 records within five minutes: Lambda counts such a batch as a success. Of those that went well some counts
     * stay missing, as they do where nothing is counted.
     */
    private static Trouble failsInPart(OwnMetrics own, Metrics.Records records, String function) {
        var readings = Stream.concat(
                        Stream.of(own.reading(records.failed(), List.of(), samples(6, 1, 0, 0))),
                        records.done().stream()
                                .limit(1)
                                .map(done -> own.reading(done, samples(20, 1, 0, 0), samples(14, 1, 0, 0))))
                .toArray(Reading[]::new);
        return Trouble.of(function + " fails on some records of its batches", FIVE_MINUTES, readings);
    }

    /**
     * Silence is a trouble only where an environment says so, and nothing that was deployed says so but the alarm itself:
     * where it was taken away, nobody misses it.
     */
    private static boolean isToBeTold(Deployment deployment, OwnMetrics own) {
        var accepted = new Datum(Instant.EPOCH, own.namespace(), Metrics.ACCEPTED, own.dimensions(), 1);
        return DeployedAlarm.of(deployment).stream().anyMatch(alarm -> alarm.watches(accepted));
    }
}
