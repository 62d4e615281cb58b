package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.hcl.Expression;
import dev.sluice.guard.hcl.ExpressionReader;
import dev.sluice.guard.hcl.NotAnExpression;
import java.util.LinkedHashMap;

/** Fills in what a variable's type says of members that are not given: <code>optional(number, 30)</code>. */
final class OptionalMembers {

    private OptionalMembers() {}

    static Value filled(String type, Value value, Evaluation evaluation) {
        if (!type.contains("optional(")) {
            return value;
        }
        try {
            return filled(ExpressionReader.read(type), value, evaluation);
        } catch (NotAnExpression unreadable) {
            return value;
        }
    }

    private static Value filled(Expression type, Value value, Evaluation evaluation) {
        if (!(type instanceof Expression.Call call) || call.arguments().isEmpty()) {
            return value;
        }
        var inner = call.arguments().getFirst();
        return switch (call.function()) {
            case "object" ->
                inner instanceof Expression.Obj object && value instanceof Value.Fields fields
                        ? members(object, fields, evaluation)
                        : value;
            case "list", "set" ->
                value instanceof Value.Items(var values)
                        ? new Value.Items(values.stream()
                                .map(each -> filled(inner, each, evaluation))
                                .toList())
                        : value;
            case "map" -> {
                if (!(value instanceof Value.Fields(var values))) {
                    yield value;
                }
                var all = new LinkedHashMap<String, Value>();
                values.forEach((name, each) -> all.put(name, filled(inner, each, evaluation)));
                yield new Value.Fields(all);
            }
            case "optional" -> {
                var preset = call.arguments().size() > 1
                        ? evaluation.of(call.arguments().get(1), Names.NONE)
                        : Value.absent();
                yield filled(inner, value.isAbsent() ? preset : value, evaluation);
            }
            default -> value;
        };
    }

    private static Value members(Expression.Obj object, Value.Fields fields, Evaluation evaluation) {
        var all = new LinkedHashMap<>(fields.values());
        for (var entry : object.entries()) {
            evaluation
                    .of(entry.key(), Names.NONE)
                    .asText()
                    .ifPresent(name ->
                            all.put(name, filled(entry.value(), all.getOrDefault(name, Value.absent()), evaluation)));
        }
        return new Value.Fields(all);
    }
}
