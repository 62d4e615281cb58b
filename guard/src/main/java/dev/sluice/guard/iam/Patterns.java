package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.List;

/**
 * What an element of a statement lists: actions, or resources.
 *
 * @param except whether everything is meant but what is listed, as in {@code NotAction}
 * @param texts the patterns
 * @param whole whether that is all of them; false where the list has parts that cannot be read
 */
public record Patterns(boolean except, List<Value.Text> texts, boolean whole) {

    public Patterns {
        texts = List.copyOf(texts);
    }

    /** These patterns and no others. */
    public static Patterns of(String... texts) {
        return new Patterns(false, List.of(texts).stream().map(Value::text).toList(), true);
    }

    /** Everything but these patterns. */
    public static Patterns allBut(String... texts) {
        return new Patterns(true, of(texts).texts(), true);
    }
}
