package dev.sluice.guard.report;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Things, each with how many of it there are. */
final class Multiset<T> {

    private final Map<T, Integer> counts = new HashMap<>();

    /** One more; says how many there were before. */
    int add(T thing) {
        return counts.merge(thing, 1, Integer::sum) - 1;
    }

    /** One less; false where there was none. */
    boolean remove(T thing) {
        int there = counts.getOrDefault(thing, 0);
        counts.put(thing, Math.max(0, there - 1));
        return there > 0;
    }

    /** As many of a thing as there are. */
    Stream<T> left(T thing) {
        return Collections.nCopies(counts.getOrDefault(thing, 0), thing).stream();
    }
}
