package dev.sluice.integration.sandbox.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A metric, and what it is given every minute: as long as all is well, and in trouble.
 *
 * @param namespace {@code AWS/Lambda}
 * @param metric {@code Errors}
 * @param dimensions each set of dimensions that it is published in; the one that it is spoken of by first
 * @param well the samples of a minute when all is well; none where nothing is published then
 * @param troubled the samples of a minute in trouble
 */
record Reading(
        String namespace,
        String metric,
        List<Map<String, String>> dimensions,
        List<Double> well,
        List<Double> troubled) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    Reading {
        dimensions = List.copyOf(dimensions);
        well = List.copyOf(well);
        troubled = List.copyOf(troubled);
    }

    /** A metric that is published only when there is something to tell. */
    static Reading once(String namespace, String metric, List<Map<String, String>> dimensions) {
        return new Reading(namespace, metric, dimensions, List.of(), List.of(1.0));
    }

    /** Samples of a minute: so many of the one, so many of the other. */
    static List<Double> samples(int some, double of, int others, double than) {
        var all = new ArrayList<>(Collections.nCopies(some, of));
        all.addAll(Collections.nCopies(others, than));
        return all;
    }

    /** What is published from a time on until another while all is well. */
    List<Datum> well(Instant from, Instant until) {
        return every(well, from, until);
    }

    /** The same in trouble. */
    List<Datum> troubled(Instant from, Instant until) {
        return every(troubled, from, until);
    }

    /** Whether it is what an alarm looks at. */
    boolean showsIn(DeployedAlarm alarm) {
        return dimensions.stream().anyMatch(of -> alarm.watches(new Datum(Instant.EPOCH, namespace, metric, of, 0)));
    }

    /** {@code AWS/Lambda Errors of FunctionName=sluice-processor-dev}. */
    String words() {
        return namespace + " " + metric + " of "
                + dimensions.getFirst().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private List<Datum> every(List<Double> samples, Instant from, Instant until) {
        var data = new ArrayList<Datum>();
        for (var at = from; at.isBefore(until); at = at.plus(MINUTE)) {
            for (var of : dimensions) {
                for (var sample : samples) {
                    data.add(new Datum(at, namespace, metric, of, sample));
                }
            }
        }
        return data;
    }
}
