package dev.sluice.console.refused;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was refused, counted, in memory; and what of it is still to be written. */
final class RefusalTable {

    /** Senders choose the names of their fields: beyond this many rows only rules are told apart, no places. */
    static final int MOST_ROWS = 5_000;

    /** How many places one rule is counted at for one source. */
    static final int MOST_POINTERS = 1_000;

    /** How much of a pointer is told, in characters. */
    static final int LONGEST_POINTER = 200;

    /** Stands for the places that are not told apart. */
    static final String OTHER = "(other)";

    /** A source's rule, whatever the status that told it. */
    private record Rule(String source, String code) {}

    private final Map<Refusal.Key, Refusal> rows = new HashMap<>();
    private final Map<Rule, Integer> pointers = new HashMap<>();
    private final Set<Refusal.Key> unwritten = new LinkedHashSet<>();

    RefusalTable(List<Refusal> before) {
        for (var row : before) {
            put(row);
        }
    }

    synchronized void count(String source, int status, Broken broken, Instant at) {
        var pointer = Broken.cut(broken.pointer(), LONGEST_POINTER);
        var key = bounded(new Refusal.Key(source, status, broken.code(), pointer));
        var row = rows.get(key);
        put(
                row == null
                        ? new Refusal(key, 1, at, at, broken.sentence(), broken.shape())
                        : row.again(at, broken.sentence(), broken.shape()));
        unwritten.add(key);
    }

    private Refusal.Key bounded(Refusal.Key key) {
        if (rows.containsKey(key)) {
            return key;
        }
        var many = pointers.getOrDefault(new Rule(key.source(), key.code()), 0) >= MOST_POINTERS;
        return many || rows.size() >= MOST_ROWS ? key.at(OTHER) : key;
    }

    private void put(Refusal row) {
        if (rows.put(row.key(), row) == null) {
            pointers.merge(new Rule(row.key().source(), row.key().code()), 1, Integer::sum);
        }
    }

    /** Takes what changed since it was last taken, at most that many rows. */
    synchronized List<Refusal> takeUnwritten(int most) {
        var taken = unwritten.stream().limit(most).toList();
        taken.forEach(unwritten::remove);
        return taken.stream().map(rows::get).toList();
    }

    /** The most frequent first, at most that many. */
    synchronized List<Refusal> mostFrequent(int most) {
        return rows.values().stream()
                .sorted(Comparator.comparingLong(Refusal::count)
                        .thenComparing(Refusal::lastAt)
                        .reversed())
                .limit(most)
                .toList();
    }

    synchronized List<Refusal> all() {
        return List.copyOf(rows.values());
    }
}
