package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Functions that turn a value into another kind of value. */
final class ConversionFunctions {

    static final Map<String, Function<List<Value>, Value>> ALL = Map.of(
            "jsonencode",
                    arguments ->
                            arguments.size() == 1 ? TextJson.write(arguments.getFirst()) : Functions.open(arguments),
            "jsondecode", ConversionFunctions::decoded,
            "tostring", ConversionFunctions::text,
            "tonumber",
                    arguments -> arguments.size() == 1
                            ? arguments
                                    .getFirst()
                                    .asNumber()
                                    .<Value>map(Value.Num::new)
                                    .orElse(arguments.getFirst())
                            : Functions.open(arguments),
            "tobool",
                    arguments -> arguments.size() == 1
                            ? arguments
                                    .getFirst()
                                    .asTruth()
                                    .<Value>map(Value.Truth::new)
                                    .orElse(arguments.getFirst())
                            : Functions.open(arguments),
            "sensitive", ConversionFunctions::same,
            "nonsensitive", ConversionFunctions::same);

    private ConversionFunctions() {}

    private static Value decoded(List<Value> arguments) {
        return arguments.size() == 1
                        && arguments.getFirst() instanceof Value.Text text
                        && text.symbol().isEmpty()
                ? TextJson.read(text).orElseGet(() -> Functions.open(arguments))
                : Functions.open(arguments);
    }

    private static Value text(List<Value> arguments) {
        if (arguments.size() != 1) {
            return Functions.open(arguments);
        }
        return arguments.getFirst() instanceof Value.Text text
                ? text
                : arguments.getFirst().asText().<Value>map(Value::text).orElse(arguments.getFirst());
    }

    private static Value same(List<Value> arguments) {
        return arguments.size() == 1 ? arguments.getFirst() : Functions.open(arguments);
    }
}
