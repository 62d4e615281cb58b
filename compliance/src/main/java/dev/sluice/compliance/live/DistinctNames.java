package dev.sluice.compliance.live;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What each of some things is called that may have the same name: by its name alone where it is the only one of it, otherwise
 * with its id behind.
 */
record DistinctNames<T>(Function<T, String> name, Function<T, String> id, Map<String, Long> counted) {

    static <T> DistinctNames<T> of(List<T> things, Function<T, String> name, Function<T, String> id) {
        return new DistinctNames<>(
                name, id, things.stream().collect(Collectors.groupingBy(name, Collectors.counting())));
    }

    String of(T thing) {
        var own = name.apply(thing);
        return counted.getOrDefault(own, 0L) == 1 ? own : own + "-" + id.apply(thing);
    }
}
