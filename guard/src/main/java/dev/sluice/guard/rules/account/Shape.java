package dev.sluice.guard.rules.account;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a block sets, as it is written: every attribute at any depth, with its value.
 *
 * @param block the block
 * @param values its values by their paths
 */
record Shape(Resource block, Map<String, Value> values) {

    static Shape of(Resource block) {
        var values = new TreeMap<String, Value>();
        block.written().values().forEach((name, value) -> {
            // What is there for Terraform, or for a tool, sets nothing.
            if (!Set.of("//", "depends_on", "lifecycle", "provider", "tags").contains(name)) {
                collect(name, value, values);
            }
        });
        return new Shape(block, values);
    }

    private static void collect(String path, Value value, Map<String, Value> into) {
        if (value instanceof Value.Fields(var members) && !members.isEmpty()) {
            members.forEach((name, each) -> collect(path + "." + name, each, into));
        } else if (value instanceof Value.Items(var items) && !items.isEmpty()) {
            for (int index = 0; index < items.size(); index++) {
                collect(path + "[" + index + "]", items.get(index), into);
            }
        } else {
            into.put(path, value);
        }
    }

    int size() {
        return values.size();
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Whether another of the same names has more than half of the same values. */
    boolean isLike(Shape other) {
        long same = values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(other.values.get(entry.getKey())))
                .count();
        return 2 * same > size();
    }
}
