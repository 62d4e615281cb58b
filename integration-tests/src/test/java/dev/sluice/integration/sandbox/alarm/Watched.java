package dev.sluice.integration.sandbox.alarm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an alarm looks at: one number for each period that has any. */
sealed interface Watched {

    /**
     * A metric as it is.
     *
     * @param ignoresFew whether nothing is told by a percentile of too few samples
     */
    record One(Metric metric, boolean ignoresFew) implements Watched {}

    /**
     * What metric math makes of metrics.
     *
     * @param given metrics by their ids
     * @param computed expressions by their ids
     * @param told the id of what is looked at
     */
    record Computed(Map<String, Metric> given, Map<String, Expression> computed, String told) implements Watched {
        public Computed {
            given = Map.copyOf(given);
            computed = Map.copyOf(computed);
            if (given.values().stream().map(Metric::period).distinct().count() != 1) {
                throw new IllegalArgumentException("the metrics of an alarm have one period in common");
            }
        }

        Value value(List<Datum> data, Periods periods) {
            return value(told, computed, data, periods);
        }

        private Value value(String id, Map<String, Expression> left, List<Datum> data, Periods periods) {
            if (given.containsKey(id)) {
                return given.get(id).series(data, periods);
            }
            if (!left.containsKey(id)) {
                throw new IllegalArgumentException(id + " is no id of a metric or of an expression");
            }
            // What is being computed is nothing that it can be made of.
            var others = new HashMap<>(left);
            others.remove(id);
            return left.get(id).value(other -> value(other, others, data, periods), periods);
        }
    }

    /** The metrics that it is made of, in the order of their ids. */
    default List<Metric> metrics() {
        return switch (this) {
            case One one -> List.of(one.metric());
            case Computed computed ->
                computed.given().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList();
        };
    }

    /** How long a period is. */
    default Duration period() {
        return metrics().getFirst().period();
    }

    /** The numbers. */
    default Value.Series series(List<Datum> data, Periods periods) {
        return switch (this) {
            case One one -> one.metric().series(data, periods);
            case Computed computed ->
                switch (computed.value(data, periods)) {
                    case Value.Series series -> series;
                    case Value.Scalar scalar ->
                        throw new IllegalArgumentException(computed.told() + " is the number " + scalar.number());
                    case Value.Several several ->
                        throw new IllegalArgumentException(computed.told() + " is an array of "
                                + several.all().size());
                };
        };
    }

    /** What it was made of in the newest period that has data: {@code Errors 12.0, Invocations 40.0}. */
    default String parts(List<Datum> data, Periods periods) {
        return metrics().stream()
                .map(metric -> {
                    var points = metric.series(data, periods).points();
                    return metric.name()
                            + (points.isEmpty()
                                    ? " none"
                                    : " " + points.lastEntry().getValue());
                })
                .collect(Collectors.joining(", "));
    }
}
