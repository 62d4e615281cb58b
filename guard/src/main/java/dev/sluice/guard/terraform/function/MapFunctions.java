package dev.sluice.guard.terraform.function;

import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Functions of maps and objects. */
final class MapFunctions {

    static final Map<String, Function<List<Value>, Value>> ALL = Map.of(
            "merge", MapFunctions::merge,
            "lookup", MapFunctions::lookup,
            "keys", MapFunctions::keys,
            "values", MapFunctions::values,
            "zipmap", MapFunctions::zip,
            "tomap", arguments -> arguments.size() == 1 ? arguments.getFirst() : Functions.open(arguments));

    private MapFunctions() {}

    private static Value merge(List<Value> arguments) {
        var all = new LinkedHashMap<String, Value>();
        for (var map : arguments) {
            switch (map) {
                case Value.Fields(var values) -> all.putAll(values);
                case Value.Absent ignored -> {}
                default -> {
                    return Functions.open(arguments);
                }
            }
        }
        return new Value.Fields(all);
    }

    private static Value lookup(List<Value> arguments) {
        if (arguments.size() < 2 || !(arguments.getFirst() instanceof Value.Fields(var values))) {
            return Functions.open(arguments);
        }
        var key = arguments.get(1).asText();
        if (key.isEmpty()) {
            return Functions.open(arguments);
        }
        return values.getOrDefault(key.get(), arguments.size() > 2 ? arguments.get(2) : Value.absent());
    }

    private static Value keys(List<Value> arguments) {
        return arguments.size() == 1 && arguments.getFirst() instanceof Value.Fields(var values)
                ? new Value.Items(new TreeMap<>(values)
                        .keySet().stream().<Value>map(Value::text).toList())
                : Functions.open(arguments);
    }

    private static Value values(List<Value> arguments) {
        return arguments.size() == 1 && arguments.getFirst() instanceof Value.Fields(var values)
                ? new Value.Items(List.copyOf(new TreeMap<>(values).values()))
                : Functions.open(arguments);
    }

    private static Value zip(List<Value> arguments) {
        if (arguments.size() != 2
                || !(arguments.getFirst() instanceof Value.Items(var keys))
                || !(arguments.getLast() instanceof Value.Items(var values))
                || keys.size() != values.size()) {
            return Functions.open(arguments);
        }
        var all = new LinkedHashMap<String, Value>();
        for (int index = 0; index < keys.size(); index++) {
            var key = keys.get(index).asText();
            if (key.isEmpty()) {
                return Functions.open(arguments);
            }
            all.put(key.get(), values.get(index));
        }
        return new Value.Fields(all);
    }
}
