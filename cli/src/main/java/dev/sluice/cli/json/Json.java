package dev.sluice.cli.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value; numbers are kept exactly as they were written. */
public sealed interface Json {

    /** An object, its members in the order they were written. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** The value a JSON Pointer (RFC 6901) leads to; empty where there is none or it is null. */
    default Optional<Json> at(String pointer) {
        if (pointer.isEmpty()) {
            return this instanceof Null ? Optional.empty() : Optional.of(this);
        }
        var end = pointer.indexOf('/', 1);
        var head = pointer.substring(1, end < 0 ? pointer.length() : end)
                .replace("~1", "/")
                .replace("~0", "~");
        var rest = end < 0 ? "" : pointer.substring(end);
        return child(head).flatMap(child -> child.at(rest));
    }

    private Optional<Json> child(String name) {
        return switch (this) {
            case Obj(var members) -> Optional.ofNullable(members.get(name));
            case Arr(var items) ->
                name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < items.size()
                        ? Optional.of(items.get(Integer.parseInt(name)))
                        : Optional.empty();
            case Str ignored -> Optional.empty();
            case Num ignored -> Optional.empty();
            case Bool ignored -> Optional.empty();
            case Null ignored -> Optional.empty();
        };
    }

    /** The scalar at a pointer as text; empty where there is none, or an object or array. */
    default Optional<String> text(String pointer) {
        return at(pointer).flatMap(Json::scalar);
    }

    /** The items of the array at a pointer; none where there is no array. */
    default List<Json> items(String pointer) {
        return at(pointer).orElse(new Null()) instanceof Arr(var items) ? items : List.of();
    }

    private Optional<String> scalar() {
        return switch (this) {
            case Str(var value) -> Optional.of(value);
            case Num(var value) -> Optional.of(value.toPlainString());
            case Bool(var value) -> Optional.of(String.valueOf(value));
            case Obj ignored -> Optional.empty();
            case Arr ignored -> Optional.empty();
            case Null ignored -> Optional.empty();
        };
    }
}
