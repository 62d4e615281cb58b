package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out <code>[for …]</code> and <code>{for …}</code>. */
final class Loops {

    private Loops() {}

    static Value of(Expression.For loop, Names names, Evaluation evaluation) {
        var over = evaluation.of(loop.of(), names);
        return switch (over) {
            case Value.Items(var values) -> {
                var entries = new ArrayList<Map.Entry<Value, Value>>();
                for (int index = 0; index < values.size(); index++) {
                    entries.add(Map.entry(Value.number(index), values.get(index)));
                }
                yield made(loop, entries, over, names, evaluation);
            }
            case Value.Fields(var values) ->
                made(
                        loop,
                        values.entrySet().stream()
                                .map(entry -> Map.<Value, Value>entry(Value.text(entry.getKey()), entry.getValue()))
                                .toList(),
                        over,
                        names,
                        evaluation);
            default -> Value.unknown(over);
        };
    }

    private static Value made(
            Expression.For loop,
            List<Map.Entry<Value, Value>> entries,
            Value over,
            Names names,
            Evaluation evaluation) {
        if (entries.size() > Evaluation.LARGEST) {
            return Value.unknown(over);
        }
        var items = new ArrayList<Value>();
        var fields = new LinkedHashMap<String, Value>();
        var groups = new LinkedHashMap<String, List<Value>>();
        for (var entry : entries) {
            var inside = names.with(loop.valueName(), entry.getValue());
            if (loop.keyName().isPresent()) {
                inside = inside.with(loop.keyName().get(), entry.getKey());
            }
            if (loop.condition().isPresent()) {
                var kept = evaluation.of(loop.condition().get(), inside).asTruth();
                if (kept.isEmpty()) {
                    return Value.unknown(over, evaluation.of(loop.value(), inside));
                }
                if (!kept.get()) {
                    continue;
                }
            }
            var value = evaluation.of(loop.value(), inside);
            if (loop.key().isEmpty()) {
                items.add(value);
                continue;
            }
            var key = evaluation.of(loop.key().get(), inside).asText();
            if (key.isEmpty()) {
                return Value.unknown(over, value);
            }
            if (loop.grouped()) {
                groups.computeIfAbsent(key.get(), ignored -> new ArrayList<>()).add(value);
            } else {
                fields.put(key.get(), value);
            }
        }
        groups.forEach((key, values) -> fields.put(key, new Value.Items(values)));
        return loop.key().isEmpty() ? new Value.Items(items) : new Value.Fields(fields);
    }
}
