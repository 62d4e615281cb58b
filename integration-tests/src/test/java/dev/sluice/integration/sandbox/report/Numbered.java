package dev.sluice.integration.sandbox.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The tests' numbers, so that a table can say in little room which tests it is about. */
final class Numbered {

    private final Map<String, Integer> numbers = new HashMap<>();

    Numbered(List<Shown> tests) {
        tests.forEach(test -> numbers.putIfAbsent(test.name(), numbers.size() + 1));
    }

    /** A test's number, from 1. */
    int of(Shown test) {
        return numbers.getOrDefault(test.name(), 0);
    }

    /** {@code 1–4, 7}, and by their names those that have no number. */
    String of(Collection<String> names) {
        var known = new TreeSet<Integer>();
        var others = new LinkedHashSet<String>();
        for (var name : names) {
            Optional.ofNullable(numbers.get(name))
                    .or(() -> Optional.ofNullable(numbers.get(whole(name))))
                    .ifPresentOrElse(known::add, () -> others.add(name));
        }
        var parts = new ArrayList<String>();
        for (int first : known) {
            if (!known.contains(first - 1)) {
                int last = first;
                while (known.contains(last + 1)) {
                    last++;
                }
                parts.add(run(first, last));
            }
        }
        parts.addAll(others);
        return String.join(", ", parts);
    }

    /** A test that runs scenarios has an entry in the journal for each: its own name, and the scenario's. */
    private static String whole(String name) {
        int end = name.lastIndexOf(": ");
        return end < 0 ? name : name.substring(0, end);
    }

    private static String run(int first, int last) {
        if (first == last) {
            return Integer.toString(first);
        }
        return first + (last == first + 1 ? ", " : "–") + last;
    }
}
