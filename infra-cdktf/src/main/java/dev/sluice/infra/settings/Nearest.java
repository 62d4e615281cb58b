package dev.sluice.infra.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody who mistyped probably meant, by Levenshtein's distance. */
final class Nearest {

    private static final int FARTHEST = 4;

    private Nearest() {}

    static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(typed, name) <= FARTHEST)
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(name -> name));
    }

    private static int distance(String a, String b) {
        var above = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
