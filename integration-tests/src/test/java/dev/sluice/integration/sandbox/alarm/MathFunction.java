package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.alarm.Value.Scalar;
import dev.sluice.integration.sandbox.alarm.Value.Series;
import dev.sluice.integration.sandbox.alarm.Value.Several;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** The functions of metric math that are known here (AWS, "Using math expressions with CloudWatch metrics"). */
enum MathFunction {
    IF(2, 3),
    FILL(2, 2),
    SUM(1, 1),
    MAX(1, 1),
    MIN(1, 1),
    ABS(1, 1);

    private final int least;
    private final int most;

    MathFunction(int least, int most) {
        this.least = least;
        this.most = most;
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /**
     * What it is worth.
     *
     * @param periods those that are looked at: the ones to fill
     */
    Value of(List<Value> arguments, Periods periods) {
        var first = arguments.getFirst();
        return switch (this) {
            case IF -> either(first, arguments.get(1), arguments.size() == 3 ? arguments.get(2) : Series.empty());
            case FILL -> filled(first, arguments.get(1), periods);
            case SUM -> folded(first, Double::sum);
            case MAX -> folded(first, Math::max);
            case MIN -> folded(first, Math::min);
            case ABS -> first.map(Math::abs);
        };
    }

    private static Value either(Value condition, Value whenTrue, Value whenFalse) {
        return switch (condition) {
            case Scalar(var number) -> number != 0 ? whenTrue : whenFalse;
            case Several ignored -> throw new IllegalArgumentException("IF asks no array");
            case Series series -> {
                var found = new TreeMap<Instant, Double>();
                series.points().forEach((at, number) -> {
                    if (number != 0) {
                        found.put(at, point(whenTrue, at).orElse(0));
                    } else {
                        point(whenFalse, at).ifPresent(value -> found.put(at, value));
                    }
                });
                yield new Series(found);
            }
        };
    }

    private static OptionalDouble point(Value value, Instant at) {
        return switch (value) {
            case Scalar(var number) -> Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
            case Series(var points) ->
                points.containsKey(at) ? OptionalDouble.of(points.get(at)) : OptionalDouble.empty();
            case Several ignored -> throw new IllegalArgumentException("an array has no one point");
        };
    }

    private static Value filled(Value value, Value filler, Periods periods) {
        return switch (value) {
            case Scalar ignored -> throw new IllegalArgumentException("FILL fills a series, not a number");
            case Several(var all) ->
                new Several(
                        all.stream().map(each -> filled(each, filler, periods)).toList());
            case Series series -> filled(series, filler, periods);
        };
    }

    private static Series filled(Series series, Value filler, Periods periods) {
        var found = new TreeMap<>(series.points());
        for (var at : periods.starts()) {
            point(filler, at).ifPresent(number -> found.putIfAbsent(at, number));
        }
        return new Series(found);
    }

    /** Of one series the number of all its points, of several one series. */
    private static Value folded(Value value, DoubleBinaryOperator operator) {
        return switch (value) {
            case Scalar scalar -> scalar;
            case Series(var points) ->
                new Scalar(points.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .reduce(operator)
                        .orElse(Double.NaN));
            case Several(var all) ->
                all.stream().reduce((left, right) -> left.with(right, operator)).orElseGet(Series::empty);
        };
    }
}
