package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that mean something only where they stand: <code>each</code>, <code>count</code>, a loop's own, a dynamic block's.
 *
 * @param values what each means
 */
record Names(Map<String, Value> values) {

    static final Names NONE = new Names(Map.of());

    Names {
        values = Map.copyOf(values);
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These, and one more that hides an outer one of its name. */
    Names with(String name, Value value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new Names(more);
    }
}
