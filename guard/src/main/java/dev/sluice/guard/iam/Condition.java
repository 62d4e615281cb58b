package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.List;

/**
 * One comparison that a statement asks for.
 *
 * @param operator as it is written: {@code ForAnyValue:StringLikeIfExists}
 * @param key what of the request is compared
 * @param values with what; one that fits is enough
 * @param whole whether these are all values; false where some cannot be read
 */
public record Condition(String operator, String key, List<Value.Text> values, boolean whole) {

    public Condition {
        values = List.copyOf(values);
    }

    /** A comparison with texts that are known. */
    public static Condition of(String operator, String key, String... values) {
        return new Condition(
                operator, key, List.of(values).stream().map(Value::text).toList(), true);
    }
}
