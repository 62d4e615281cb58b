package dev.sluice.guard.terraform;

import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often a block is there, by its <code>count</code> or <code>for_each</code>.
 *
 * <p>Where that cannot be known the block stands for all of its instances.
 */
sealed interface Expansion {

    /** More instances of one block than anybody writes on purpose. */
    int MOST = 1_000;

    /** Once, without a key. */
    record Once() implements Expansion {}

    /** So many times. */
    record Counted(int times) implements Expansion {}

    /** Once for each key. */
    record Keyed(Map<String, Value> keys) implements Expansion {
        public Keyed {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    /** Any number of times. */
    record Open(Value by) implements Expansion {}

    /** One of the instances: what follows the block's address, and what the names in it mean. */
    record One(String suffix, Names names) {}

    static Expansion of(Optional<Value> count, Optional<Value> forEach) {
        if (count.isPresent()) {
            return count.get()
                    .asNumber()
                    .filter(number -> number.signum() >= 0
                            && number.scale() <= 0
                            && number.compareTo(BigDecimal.valueOf(MOST)) <= 0)
                    .<Expansion>map(number -> new Counted(number.intValue()))
                    .orElseGet(() -> new Open(count.get()));
        }
        return forEach.map(Expansion::keyed).orElseGet(Once::new);
    }

    private static Expansion keyed(Value value) {
        return switch (value) {
            case Value.Fields(var values) when values.size() <= MOST -> new Keyed(values);
            case Value.Items(var values)
            when values.size() <= MOST -> {
                var keys = new LinkedHashMap<String, Value>();
                for (var each : values) {
                    var key = each.asText();
                    if (key.isEmpty()) {
                        yield new Open(value);
                    }
                    keys.put(key.get(), each);
                }
                yield new Keyed(keys);
            }
            default -> new Open(value);
        };
    }

    /** All of its instances; one that stands for all where their number is open. */
    default List<One> all() {
        return switch (this) {
            case Once ignored -> List.of(new One("", Names.NONE));
            case Counted(var times) -> {
                var all = new ArrayList<One>();
                for (int index = 0; index < times; index++) {
                    all.add(new One("[" + index + "]", counting(Value.number(index))));
                }
                yield all;
            }
            case Keyed(var keys) ->
                keys.entrySet().stream()
                        .map(entry ->
                                new One(suffix(entry.getKey()), going(Value.text(entry.getKey()), entry.getValue())))
                        .toList();
            case Open(var by) ->
                List.of(new One(
                        "",
                        going(Value.symbol("each", "key"), Value.unknown(by))
                                .with("count", new Value.Fields(Map.of("index", Value.symbol("count", "index"))))));
        };
    }

    /** What follows the address of an instance with a key. */
    static String suffix(String key) {
        return "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static Names counting(Value index) {
        return Names.NONE.with("count", new Value.Fields(Map.of("index", index)));
    }

    private static Names going(Value key, Value value) {
        return Names.NONE.with("each", new Value.Fields(Map.of("key", key, "value", value)));
    }
}
