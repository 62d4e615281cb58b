package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out <code>dynamic</code> blocks: one block for each element of what they go over. */
final class DynamicBlocks {

    /** What a block takes beside its expressions. */
    private static final long STEPS_OF_A_BLOCK = 20;

    private DynamicBlocks() {}

    /** Whether a member is such blocks: an attribute may be called so as well. */
    static boolean are(Json.Member member) {
        return member.name().equals("dynamic")
                && !Blocks.objects(member.value()).isEmpty()
                && Blocks.objects(member.value()).stream()
                        .flatMap(kinds -> kinds.members().stream())
                        .allMatch(kind -> Blocks.objects(kind.value()).stream()
                                .anyMatch(block -> block.get("for_each").isPresent()));
    }

    /** The blocks, by their name. */
    static Map<String, Value> of(Json dynamic, Names names, Evaluation evaluation) {
        var made = new LinkedHashMap<String, Value>();
        for (var kinds : Blocks.objects(dynamic)) {
            for (var kind : kinds.members()) {
                for (var block : Blocks.objects(kind.value())) {
                    made.merge(kind.name(), blocks(kind.name(), block, names, evaluation), DynamicBlocks::both);
                }
            }
        }
        // What there is none of is not said.
        made.values().removeIf(value -> value instanceof Value.Items(var values) && values.isEmpty());
        return made;
    }

    /** Blocks of one name from two places. */
    static Value both(Value one, Value other) {
        if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
            return Value.unknown(one, other);
        }
        var all = new ArrayList<>(one.each());
        all.addAll(other.each());
        return new Value.Items(all);
    }

    private static Value blocks(String name, Json.Obj block, Names names, Evaluation evaluation) {
        var over = block.get("for_each").map(json -> evaluation.of(json, names)).orElseGet(Value::absent);
        var iterator = block.get("iterator")
                .map(json -> evaluation.of(json, names))
                .flatMap(Value::asText)
                .orElse(name);
        var content = block.get("content").map(Blocks::objects).orElseGet(List::of);
        return switch (over) {
            case Value.Items(var values) -> {
                var all = new ArrayList<Value>();
                boolean isSet =
                        block.get("for_each").filter(DynamicBlocks::isSet).isPresent();
                for (int index = 0; index < values.size(); index++) {
                    if (!evaluation.affords(STEPS_OF_A_BLOCK)) {
                        yield Value.unknown(over);
                    }
                    var value = values.get(index);
                    all.addAll(contents(content, iterator, key(index, value, isSet), value, names, evaluation));
                }
                yield new Value.Items(all);
            }
            case Value.Fields(var values) -> {
                var all = new ArrayList<Value>();
                for (var entry : values.entrySet()) {
                    if (!evaluation.affords(STEPS_OF_A_BLOCK)) {
                        yield Value.unknown(over);
                    }
                    all.addAll(contents(
                            content, iterator, Value.text(entry.getKey()), entry.getValue(), names, evaluation));
                }
                yield new Value.Items(all);
            }
            case Value.Absent ignored -> new Value.Items(List.of());
            default -> Value.unknown(over);
        };
    }

    /** An element's key is itself in a set and its index in a list; which of them it is may not show. */
    private static Value key(int index, Value value, boolean isSet) {
        if (isSet) {
            return value;
        }
        return value instanceof Value.Text ? Value.unknown(value) : Value.number(index);
    }

    private static boolean isSet(Json forEach) {
        return forEach instanceof Json.Str(var text, var ignored) && text.startsWith("${toset(");
    }

    private static List<Value> contents(
            List<Json.Obj> content, String iterator, Value key, Value value, Names names, Evaluation evaluation) {
        var inside = names.with(iterator, new Value.Fields(Map.of("key", key, "value", value)));
        return content.stream().map(body -> evaluation.of(body, inside)).toList();
    }
}
