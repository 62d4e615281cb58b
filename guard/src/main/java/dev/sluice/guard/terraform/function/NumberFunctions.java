package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Functions of numbers. */
final class NumberFunctions {

    static final Map<String, Function<List<Value>, Value>> ALL = Map.of(
            "max", arguments -> folded(arguments, BigDecimal::max),
            "min", arguments -> folded(arguments, BigDecimal::min),
            "sum",
                    arguments -> arguments.size() == 1 && arguments.getFirst() instanceof Value.Items(var values)
                            ? folded(values, BigDecimal::add)
                            : Functions.open(arguments),
            "abs", arguments -> changed(arguments, BigDecimal::abs),
            "ceil", arguments -> changed(arguments, number -> number.setScale(0, RoundingMode.CEILING)),
            "floor", arguments -> changed(arguments, number -> number.setScale(0, RoundingMode.FLOOR)));

    private NumberFunctions() {}

    private static Value folded(List<Value> numbers, BinaryOperator<BigDecimal> by) {
        if (numbers.stream().anyMatch(value -> value.asNumber().isEmpty())) {
            return Functions.open(numbers);
        }
        return numbers.stream()
                .flatMap(value -> value.asNumber().stream())
                .reduce(by)
                .map(Value::number)
                .orElseGet(Value::absent);
    }

    private static Value changed(List<Value> arguments, Function<BigDecimal, BigDecimal> by) {
        return arguments.size() == 1 && arguments.getFirst().asNumber().isPresent()
                ? Value.number(by.apply(arguments.getFirst().asNumber().get()))
                : Functions.open(arguments);
    }
}
