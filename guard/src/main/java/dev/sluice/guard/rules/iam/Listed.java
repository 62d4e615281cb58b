package dev.sluice.guard.rules.iam;

import java.util.List;

/** Names in a sentence: the first few of them, and how many others there are. */
final class Listed {

    private static final int MOST = 5;

    private Listed() {}

    static String of(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }
}
