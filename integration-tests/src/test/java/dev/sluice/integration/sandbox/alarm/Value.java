package dev.sluice.integration.sandbox.alarm;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What an expression of metric math is worth (AWS, "Using math expressions with CloudWatch metrics", data types). */
sealed interface Value {

    /** S: a number. */
    record Scalar(double number) implements Value {}

    /**
     * TS: numbers by the beginnings of their periods; a period without data is not in it.
     *
     * @param points none of them NaN: what cannot be computed is dropped
     */
    record Series(NavigableMap<Instant, Double> points) implements Value {

        static Series empty() {
            return new Series(new TreeMap<>());
        }

        @Override
        public Series map(DoubleUnaryOperator operator) {
            var found = new TreeMap<Instant, Double>();
            points.forEach((at, number) -> put(found, at, operator.applyAsDouble(number)));
            return new Series(found);
        }

        /** Of both, at every time that one of them has: what is missing in the other counts as 0. */
        Series with(Series other, DoubleBinaryOperator operator) {
            var found = new TreeMap<Instant, Double>();
            var times = new TreeSet<>(points.keySet());
            times.addAll(other.points.keySet());
            for (var at : times) {
                var left = points.getOrDefault(at, 0.0);
                var right = other.points.getOrDefault(at, 0.0);
                put(found, at, operator.applyAsDouble(left, right));
            }
            return new Series(found);
        }

        /** One for each period, empty where there is none. */
        List<OptionalDouble> over(Periods periods) {
            return periods.starts().stream()
                    .map(at -> points.containsKey(at) ? OptionalDouble.of(points.get(at)) : OptionalDouble.empty())
                    .toList();
        }

        private static void put(NavigableMap<Instant, Double> into, Instant at, double number) {
            if (!Double.isNaN(number)) {
                into.put(at, number);
            }
        }
    }

    /** TS[]: several of them. */
    record Several(List<Series> all) implements Value {
        public Several {
            all = List.copyOf(all);
        }
    }

    /** The same done to every number. */
    default Value map(DoubleUnaryOperator operator) {
        return switch (this) {
            case Scalar(var number) -> new Scalar(operator.applyAsDouble(number));
            case Series series -> series.map(operator);
            case Several(var all) ->
                new Several(all.stream().map(each -> each.map(operator)).toList());
        };
    }
}
