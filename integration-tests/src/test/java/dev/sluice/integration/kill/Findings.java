package dev.sluice.integration.kill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What should not be; empty is what everybody hopes for. */
final class Findings {

    /** So many examples of one finding are told. */
    private static final int EXAMPLES = 5;

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            add(what + ": " + found + " instead of " + expected);
        }
    }

    /** One sentence for all of them, where there are any. */
    void none(String what, Collection<String> found) {
        if (!found.isEmpty()) {
            var examples = new TreeSet<>(found).stream().limit(EXAMPLES).toList();
            add(found.size() + " " + what + ", such as " + String.join(", ", examples));
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
