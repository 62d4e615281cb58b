package dev.sluice.infra.alarm;

import static dev.sluice.infra.alarm.Metric.FIVE_MINUTES;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.alarm.Alarm.GoesOff;
import dev.sluice.infra.alarm.Alarm.Missing;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every alarm of a stack, by what it watches. */
public final class Alarms {

    private static final int ONE_MINUTE = 60;

    private final Settings settings;
    private final Blueprint blueprint;
    private final Meters meters;

    /** @param blueprint of what is watched */
    public Alarms(Settings settings, Blueprint blueprint) {
        this.settings = settings;
        this.blueprint = blueprint;
        this.meters = new Meters(settings);
    }

    /** All of the transactions stack, in the order in which a transaction meets what they watch. */
    public static List<Alarm> ofTransactions(Settings settings, String apiName, String stage) {
        var alarms = new Alarms(settings, Pipeline.BLUEPRINT);
        return Stream.of(alarms.ofApi(apiName, stage), alarms.ofParts(), alarms.ofFlow())
                .flatMap(List::stream)
                .toList();
    }

    /** All of the compliance stack, in the order in which a finding meets what they watch. */
    public static List<Alarm> ofCompliance(Settings settings) {
        var alarms = new Alarms(settings, Compliance.BLUEPRINT);
        return Stream.of(alarms.ofParts(), alarms.ofScans())
                .flatMap(List::stream)
                .toList();
    }

    private List<Alarm> ofParts() {
        var all = new ArrayList<Alarm>();
        blueprint.functions().forEach(function -> all.addAll(of(function)));
        for (var resource : blueprint.resources()) {
            all.addAll(
                    switch (resource) {
                        case Resource.Topic topic -> of(topic);
                        case Resource.Queue queue -> of(queue);
                        case Resource.DeadLetterQueue queue -> of(queue);
                        case Resource.Table ignored -> List.of();
                        case Resource.Secrets ignored -> List.of();
                        case Resource.Bucket ignored -> List.of();
                        case Resource.Environment ignored -> List.of();
                    });
        }
        return all;
    }

    /** Those of a function, whatever it does. */
    public List<Alarm> of(Function function) {
        return new FunctionAlarms(settings).of(function);
    }

    /** Those of a queue of work. */
    public List<Alarm> of(Resource.Queue queue) {
        return List.of(new Alarm(
                queue.name() + "-age",
                Kind.QUEUE_AGE,
                new Watched.One(meters.sqs(queue.name(), "ApproximateAgeOfOldestMessage")
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
                        new Watched.One(meters.sqs(queue.name(), "ApproximateNumberOfMessagesVisible")
                                .by("Maximum")
                                .over(ONE_MINUTE)),
                        GoesOff.ABOVE,
                        0,
                        1,
                        Missing.FINE),
                new Alarm(
                        queue.name() + "-age",
                        Kind.DEAD_LETTER_AGE,
                        new Watched.One(meters.sqs(queue.name(), "ApproximateAgeOfOldestMessage")
                                .by("Maximum")),
                        GoesOff.AT_OR_ABOVE,
                        queue.retention().toSeconds() / 2.0,
                        1,
                        Missing.FINE));
    }

    /** Those of a topic that cannot keep what it could not deliver. */
    public List<Alarm> of(Resource.Topic topic) {
        return blueprint.subscribersOf(topic).isEmpty()
                ? List.of()
                : List.of(Alarm.any(
                        topic.name() + "-topic-lost",
                        Kind.LOST,
                        meters.sns(topic.name(), "NumberOfNotificationsFailedToRedriveToDlq")));
    }

    /** Those of the API. */
    public List<Alarm> ofApi(String apiName, String stage) {
        return List.of(new Alarm(
                "api-errors",
                Kind.API_ERRORS,
                new Watched.Share(
                        meters.api("5XXError", apiName, stage),
                        List.of(meters.api("Count", apiName, stage)),
                        settings.get(Options.LEAST_INVOCATIONS)),
                GoesOff.ABOVE,
                settings.get(Options.ERROR_PERCENT),
                1,
                Missing.FINE));
    }

    /** Those of what flows, rather than of what it flows through. */
    public List<Alarm> ofFlow() {
        var alarms = new ArrayList<>(
                List.of(Alarm.any("conflicts", Kind.CONFLICTS, meters.own(Pipeline.PROCESSOR, Metrics.CONFLICTS))));
        settings.get(Options.SILENCE)
                .ifPresent(minutes -> alarms.add(new Alarm(
                        "silence",
                        Kind.SILENCE,
                        new Watched.One(meters.own(Pipeline.VALIDATOR, Metrics.ACCEPTED)),
                        GoesOff.BELOW,
                        1,
                        minutes * 60 / FIVE_MINUTES,
                        Missing.BREACHING)));
        return alarms;
    }

    /**
     * Those of what scans find, and of scans that are not made.
     *
     * <p>A period is as long as it is from one scan to the next, or twice that where each is to hold one at least.
     */
    public List<Alarm> ofScans() {
        var every = settings.get(Options.SCAN_EVERY) * ONE_MINUTE;
        var alarms = new ArrayList<Alarm>();
        if (settings.get(Options.SCAN_ENABLED)) {
            alarms.add(new Alarm(
                    "scan-missed",
                    Kind.SCAN_MISSED,
                    new Watched.One(
                            meters.own(Compliance.SCANNER, Metrics.SCANS).over(every)),
                    GoesOff.BELOW,
                    1,
                    2,
                    Missing.BREACHING));
        }
        alarms.add(lasting("not-read", Kind.NOT_READ, Metrics.NOT_READ, 2 * every));
        alarms.add(lasting("open-errors", Kind.OPEN_FINDINGS, Metrics.OPEN_ERRORS, 2 * every));
        return alarms;
    }

    /** What the best scan of a period still has. */
    private Alarm lasting(String name, Kind kind, String metric, int seconds) {
        return Alarm.any(
                name, kind, meters.own(Compliance.SCANNER, metric).by("Minimum").over(seconds));
    }
}
