package dev.sluice.infra.alarm;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarm.GoesOff;
import dev.sluice.infra.alarm.Alarm.Missing;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The alarms that watch a function, whatever it does. */
final class FunctionAlarms {

    private final Settings settings;
    private final Meters meters;

    FunctionAlarms(Settings settings) {
        this.settings = settings;
        this.meters = new Meters(settings);
    }

    List<Alarm> of(Function function) {
        var name = function.name();
        var alarms = new ArrayList<>(List.of(
                errors(function),
                new Alarm(
                        name + "-duration",
                        Kind.DURATION,
                        new Watched.One(meters.lambda(function, "Duration").by("p99")),
                        GoesOff.ABOVE,
                        function.timeout().toMillis() * settings.get(Options.DURATION_PERCENT) / 100.0,
                        3,
                        Missing.FINE),
                new Alarm(
                        name + "-throttles",
                        Kind.THROTTLES,
                        new Watched.One(meters.lambda(function, "Throttles")),
                        GoesOff.AT_OR_ABOVE,
                        settings.get(Options.THROTTLES),
                        1,
                        Missing.FINE),
                Alarm.any(name + "-recursion", Kind.RECURSION, meters.lambda(function, "RecursiveInvocationsDropped")),
                Alarm.any(name + "-lost", Kind.LOST, meters.lambda(function, "DeadLetterErrors"))));
        failedRecords(function).ifPresent(alarms::add);
        function.triggers().forEach(trigger -> alarms.addAll(of(function, trigger)));
        return alarms;
    }

    private Alarm errors(Function function) {
        var name = function.name() + "-errors";
        var errors = meters.lambda(function, "Errors");
        if (isCalledSeldom(function)) {
            return Alarm.any(name, function.equals(Compliance.SCANNER) ? Kind.SCAN_FAILED : Kind.REPAIR_FAILED, errors);
        }
        return share(name, Kind.ERRORS, errors, List.of(meters.lambda(function, "Invocations")));
    }

    private Optional<Alarm> failedRecords(Function function) {
        return function.records().map(records -> {
            var name = function.name() + "-failed-records";
            var failed = meters.own(function, records.failed());
            if (isCalledSeldom(function)) {
                return Alarm.any(name, Kind.REPAIR_FAILED, failed);
            }
            var whole = Stream.concat(Stream.of(records.failed()), records.done().stream())
                    .map(metric -> meters.own(function, metric))
                    .toList();
            return share(name, Kind.FAILED_RECORDS, failed, whole);
        });
    }

    private List<Alarm> of(Function function, Trigger trigger) {
        return switch (trigger) {
            case Trigger.Stream ignored ->
                List.of(
                        new Alarm(
                                function.name() + "-iterator-age",
                                Kind.ITERATOR_AGE,
                                new Watched.One(
                                        meters.lambda(function, "IteratorAge").by("Maximum")),
                                GoesOff.AT_OR_ABOVE,
                                settings.get(Options.ITERATOR_AGE) * 1_000.0,
                                1,
                                Missing.FINE),
                        Alarm.any(
                                function.name() + "-positions-lost",
                                Kind.LOST,
                                meters.lambda(function, "DestinationDeliveryFailures")));
            case Trigger.Schedule schedule ->
                List.of(Alarm.any(
                        schedule.name() + "-schedule-lost",
                        Kind.LOST,
                        meters.rule(schedule.name(), "InvocationsFailedToBeSentToDlq")));
            case Trigger.Route ignored -> List.of();
            case Trigger.Subscription ignored -> List.of();
            case Trigger.Messages ignored -> List.of();
        };
    }

    private Alarm share(String name, Kind kind, Metric part, List<Metric> whole) {
        return new Alarm(
                name,
                kind,
                new Watched.Share(part, whole, settings.get(Options.LEAST_INVOCATIONS)),
                GoesOff.ABOVE,
                settings.get(Options.ERROR_PERCENT),
                1,
                Missing.FINE);
    }

    /** Of a handful of calls a day no share says anything, and each failure counts. */
    private static boolean isCalledSeldom(Function function) {
        return Compliance.BLUEPRINT.functions().contains(function);
    }
}
