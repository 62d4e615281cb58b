package dev.sluice.integration.sandbox.alarm;

import java.util.List;
import java.util.function.Function;

/** An expression of metric math (AWS, "Using math expressions with CloudWatch metrics"). */
sealed interface Expression {

    /** {@code 100} */
    record Constant(double number) implements Expression {}

    /** {@code w0}: the id of a metric or of another expression. */
    record Id(String name) implements Expression {}

    /** {@code -a} */
    record Negated(Expression of) implements Expression {}

    /** {@code a + b} */
    record Pair(Operator operator, Expression left, Expression right) implements Expression {}

    /** {@code FILL(a, 0)} */
    record Call(MathFunction function, List<Expression> arguments) implements Expression {}

    /** {@code [a, b]} */
    record Listed(List<Expression> all) implements Expression {}

    /** Reads one. */
    static Expression parse(String text) {
        return new ExpressionReader(text).read();
    }

    /**
     * What it is worth.
     *
     * @param known what ids stand for
     * @param periods those that are looked at
     */
    default Value value(Function<String, Value> known, Periods periods) {
        return switch (this) {
            case Constant(var number) -> new Value.Scalar(number);
            case Id(var name) -> known.apply(name);
            case Negated(var of) -> of.value(known, periods).map(number -> -number);
            case Pair(var operator, var left, var right) ->
                operator.apply(left.value(known, periods), right.value(known, periods));
            case Call(var function, var arguments) ->
                function.of(
                        arguments.stream()
                                .map(each -> each.value(known, periods))
                                .toList(),
                        periods);
            case Listed(var all) ->
                new Value.Several(all.stream()
                        .flatMap(each -> series(each.value(known, periods)).stream())
                        .toList());
        };
    }

    private static List<Value.Series> series(Value value) {
        return switch (value) {
            case Value.Scalar(var number) ->
                throw new IllegalArgumentException("an array is of series, not of " + number);
            case Value.Series series -> List.of(series);
            case Value.Several(var all) -> all;
        };
    }
}
