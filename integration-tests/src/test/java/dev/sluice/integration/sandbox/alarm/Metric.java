package dev.sluice.integration.sandbox.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric as an alarm looks at it.
 *
 * @param namespace {@code AWS/Lambda}
 * @param name {@code Errors}
 * @param dimensions all that it has
 * @param statistic what becomes of the samples of a period
 * @param period how long one is
 */
record Metric(String namespace, String name, Map<String, String> dimensions, Statistic statistic, Duration period) {

    Metric {
        dimensions = Map.copyOf(dimensions);
        if (period.toSeconds() < 1) {
            throw new IllegalArgumentException(name + " has no period");
        }
    }

    /** Whether a number is of it. */
    boolean has(Datum datum) {
        return name.equals(datum.metric())
                && namespace.equals(datum.namespace())
                && dimensions.equals(datum.dimensions());
    }

    /** A number for each period that has samples. */
    Value.Series series(List<Datum> data, Periods periods) {
        var samples = new TreeMap<Instant, List<Double>>();
        for (var datum : data) {
            if (has(datum) && periods.have(datum.at())) {
                samples.computeIfAbsent(periods.startOf(datum.at()), start -> new ArrayList<>())
                        .add(datum.value());
            }
        }
        var points = new TreeMap<Instant, Double>();
        samples.forEach((start, all) -> points.put(start, statistic.of(all)));
        return new Value.Series(points);
    }

    /** How many samples there are in some periods. */
    int samples(List<Datum> data, Periods periods) {
        return (int) data.stream()
                .filter(datum -> has(datum) && periods.have(datum.at()))
                .count();
    }
}
