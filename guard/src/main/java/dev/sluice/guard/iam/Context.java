package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request says about itself, for conditions to compare. A key that is neither known nor surely absent is unknown.
 *
 * @param known keys, in lower case as case does not matter in them, with their values
 * @param absent keys, in lower case, that the request surely does not have
 */
public record Context(Map<String, List<Value.Text>> known, Set<String> absent) {

    public Context {
        var lower = new HashMap<String, List<Value.Text>>();
        known.forEach((key, values) -> lower.put(lower(key), List.copyOf(values)));
        known = Map.copyOf(lower);
        var gone = new HashSet<String>();
        absent.stream()
                .map(Context::lower)
                .filter(key -> !lower.containsKey(key))
                .forEach(gone::add);
        absent = Set.copyOf(gone);
    }

    /** A request of which nothing is known. */
    public static Context unknown() {
        return new Context(Map.of(), Set.of());
    }

    /** The same request, with a key that has these values. */
    public Context with(String key, Value.Text... values) {
        var all = new HashMap<>(known);
        all.put(lower(key), List.of(values));
        return new Context(all, absent);
    }

    /** {@link #with(String, Value.Text...)} of characters that are known. */
    public Context with(String key, String value) {
        return with(key, Value.text(value));
    }

    /** The same request, which surely does not have some keys. */
    public Context without(String... keys) {
        var all = new HashMap<>(known);
        Stream.of(keys).map(Context::lower).forEach(all::remove);
        var gone = new HashSet<>(absent);
        gone.addAll(List.of(keys));
        return new Context(all, gone);
    }

    /** This request, and what another says where this one says nothing. */
    public Context or(Context other) {
        var all = new HashMap<>(other.known);
        absent.forEach(all::remove);
        all.putAll(known);
        var gone = new ArrayList<>(other.absent);
        gone.addAll(absent);
        return new Context(all, Set.copyOf(gone));
    }

    /** A key's values, where they are known. */
    public Optional<List<Value.Text>> values(String key) {
        return Optional.ofNullable(known.get(lower(key)));
    }

    /** Whether the request surely does not have a key. */
    public boolean lacks(String key) {
        return absent.contains(lower(key));
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
