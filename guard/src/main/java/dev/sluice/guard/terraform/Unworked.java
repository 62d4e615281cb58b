package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.Json;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;

/** JSON whose texts are no templates: defaults, types, and addresses, which stand in <code>${…}</code> or without. */
final class Unworked {

    private Unworked() {}

    /** What stands in <code>${…}</code> is taken out of it. */
    static Value of(Json json) {
        return of(json, Unworked::bare);
    }

    /** A text is its characters, <code>${…}</code> among them: so it is in a plan. */
    static Value literal(Json json) {
        return of(json, UnaryOperator.identity());
    }

    private static Value of(Json json, UnaryOperator<String> texts) {
        return switch (json) {
            case Json.Str(var text, var ignored) -> Value.text(texts.apply(text));
            case Json.Num(var number, var ignored) -> new Value.Num(number);
            case Json.Bool(var truth, var ignored) -> new Value.Truth(truth);
            case Json.Null ignored -> Value.absent();
            case Json.Arr(var items, var ignored) ->
                new Value.Items(items.stream().map(item -> of(item, texts)).toList());
            case Json.Obj(var members, var ignored) -> {
                var fields = new LinkedHashMap<String, Value>();
                members.forEach(member -> fields.put(member.name(), of(member.value(), texts)));
                yield new Value.Fields(fields);
            }
        };
    }

    private static String bare(String text) {
        return text.startsWith("${") && text.indexOf("${", 2) < 0 && text.endsWith("}")
                ? text.substring(2, text.length() - 1).strip()
                : text;
    }
}
