package dev.sluice.infra.alarm;

import static dev.sluice.infra.alarm.Metric.FIVE_MINUTES;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarm.GoesOff;
import dev.sluice.infra.alarm.Alarm.Missing;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every alarm of an environment, by what it watches. */
public final class Alarms {

    private static final int ONE_MINUTE = 60;

    private final Settings settings;

    public Alarms(Settings settings) {
        this.settings = settings;
    }

    /** All of them, in the order in which a transaction meets what they watch. */
    public List<Alarm> all(String apiName, String stage) {
        var all = new ArrayList<>(ofApi(apiName, stage));
        settings.blueprint().functions().forEach(function -> all.addAll(of(function)));
        for (var resource : settings.blueprint().resources()) {
            all.addAll(
                    switch (resource) {
                        case Resource.Topic topic -> of(topic);
                        case Resource.Queue queue -> of(queue);
                        case Resource.DeadLetterQueue queue -> of(queue);
                        case Resource.Table ignored -> List.of();
                        case Resource.Secrets ignored -> List.of();
                    });
        }
        all.addAll(ofFlow());
        return List.copyOf(all);
    }

    /** Those of a function, whatever it does. */
    public List<Alarm> of(Function function) {
        var name = function.name();
        var alarms = new ArrayList<>(List.of(
                new Alarm(
                        name + "-errors",
                        Kind.ERRORS,
                        new Watched.Share(
                                lambda(function, "Errors"),
                                List.of(lambda(function, "Invocations")),
                                settings.get(Options.LEAST_INVOCATIONS)),
                        GoesOff.ABOVE,
                        settings.get(Options.ERROR_PERCENT),
                        1,
                        Missing.FINE),
                new Alarm(
                        name + "-duration",
                        Kind.DURATION,
                        new Watched.One(lambda(function, "Duration").by("p99")),
                        GoesOff.ABOVE,
                        function.timeout().toMillis() * settings.get(Options.DURATION_PERCENT) / 100.0,
                        3,
                        Missing.FINE),
                new Alarm(
                        name + "-throttles",
                        Kind.THROTTLES,
                        new Watched.One(lambda(function, "Throttles")),
                        GoesOff.AT_OR_ABOVE,
                        settings.get(Options.THROTTLES),
                        1,
                        Missing.FINE),
                any(name + "-recursion", Kind.RECURSION, lambda(function, "RecursiveInvocationsDropped")),
                any(name + "-lost", Kind.LOST, lambda(function, "DeadLetterErrors"))));
        function.records()
                .ifPresent(records -> alarms.add(new Alarm(
                        name + "-failed-records",
                        Kind.FAILED_RECORDS,
                        new Watched.Share(
                                own(function, records.failed()),
                                Stream.concat(Stream.of(records.failed()), records.done().stream())
                                        .map(metric -> own(function, metric))
                                        .toList(),
                                settings.get(Options.LEAST_INVOCATIONS)),
                        GoesOff.ABOVE,
                        settings.get(Options.ERROR_PERCENT),
                        1,
                        Missing.FINE)));
        for (var trigger : function.triggers()) {
            switch (trigger) {
                case Trigger.Stream ignored -> {
                    alarms.add(new Alarm(
                            name + "-iterator-age",
                            Kind.ITERATOR_AGE,
                            new Watched.One(lambda(function, "IteratorAge").by("Maximum")),
                            GoesOff.AT_OR_ABOVE,
                            settings.get(Options.ITERATOR_AGE) * 1_000.0,
                            1,
                            Missing.FINE));
                    alarms.add(
                            any(name + "-positions-lost", Kind.LOST, lambda(function, "DestinationDeliveryFailures")));
                }
                case Trigger.Route ignored -> {}
                case Trigger.Subscription ignored -> {}
                case Trigger.Messages ignored -> {}
            }
        }
        return alarms;
    }

    /** Those of a queue of work. */
    public List<Alarm> of(Resource.Queue queue) {
        return List.of(new Alarm(
                queue.name() + "-age",
                Kind.QUEUE_AGE,
                new Watched.One(sqs(queue.name(), "ApproximateAgeOfOldestMessage")
                        .by("Maximum")
                        .over(ONE_MINUTE)),
                GoesOff.AT_OR_ABOVE,
                settings.get(Options.QUEUE_AGE),
                1,
                Missing.FINE));
    }

    /** Those of a queue of dead letters: there is one, and it grows old. */
    public List<Alarm> of(Resource.DeadLetterQueue queue) {
        return List.of(
                new Alarm(
                        queue.name() + "-letters",
                        Kind.DEAD_LETTERS,
                        new Watched.One(sqs(queue.name(), "ApproximateNumberOfMessagesVisible")
                                .by("Maximum")
                                .over(ONE_MINUTE)),
                        GoesOff.ABOVE,
                        0,
                        1,
                        Missing.FINE),
                new Alarm(
                        queue.name() + "-age",
                        Kind.DEAD_LETTER_AGE,
                        new Watched.One(sqs(queue.name(), "ApproximateAgeOfOldestMessage")
                                .by("Maximum")),
                        GoesOff.AT_OR_ABOVE,
                        queue.retention().toSeconds() / 2.0,
                        1,
                        Missing.FINE));
    }

    /** Those of a topic that cannot keep what it could not deliver. */
    public List<Alarm> of(Resource.Topic topic) {
        return settings.blueprint().subscribersOf(topic).isEmpty()
                ? List.of()
                : List.of(any(
                        topic.name() + "-topic-lost",
                        Kind.LOST,
                        Metric.sum(
                                "AWS/SNS",
                                "NumberOfNotificationsFailedToRedriveToDlq",
                                Map.of("TopicName", settings.nameOf(topic.name())))));
    }

    /** Those of the API. */
    public List<Alarm> ofApi(String apiName, String stage) {
        return List.of(new Alarm(
                "api-errors",
                Kind.API_ERRORS,
                new Watched.Share(
                        api("5XXError", apiName, stage),
                        List.of(api("Count", apiName, stage)),
                        settings.get(Options.LEAST_INVOCATIONS)),
                GoesOff.ABOVE,
                settings.get(Options.ERROR_PERCENT),
                1,
                Missing.FINE));
    }

    /** Those of what flows, rather than of what it flows through. */
    public List<Alarm> ofFlow() {
        var alarms =
                new ArrayList<>(List.of(any("conflicts", Kind.CONFLICTS, own(Pipeline.PROCESSOR, Metrics.CONFLICTS))));
        settings.get(Options.SILENCE)
                .ifPresent(minutes -> alarms.add(new Alarm(
                        "silence",
                        Kind.SILENCE,
                        new Watched.One(own(Pipeline.VALIDATOR, Metrics.ACCEPTED)),
                        GoesOff.BELOW,
                        1,
                        minutes * 60 / FIVE_MINUTES,
                        Missing.BREACHING)));
        return alarms;
    }

    /** A metric of Lambda's. */
    public Metric lambda(Function function, String name) {
        return Metric.sum("AWS/Lambda", name, Map.of("FunctionName", settings.nameOf(function.name())));
    }

    /** A metric that the function counts itself. */
    public Metric own(Function function, String name) {
        return Metric.sum(settings.metricsNamespace(), name, Map.of("function", function.name()));
    }

    /** A metric of a queue's. */
    public Metric sqs(String queue, String name) {
        return Metric.sum("AWS/SQS", name, Map.of("QueueName", settings.nameOf(queue)));
    }

    /** A metric of the API's. */
    public Metric api(String name, String apiName, String stage) {
        return Metric.sum("AWS/ApiGateway", name, Map.of("ApiName", apiName, "Stage", stage));
    }

    private static Alarm any(String name, Kind kind, Metric metric) {
        return new Alarm(name, kind, new Watched.One(metric), GoesOff.ABOVE, 0, 1, Missing.FINE);
    }
}
