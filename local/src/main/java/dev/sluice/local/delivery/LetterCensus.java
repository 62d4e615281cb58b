package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.Reasons;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Reader;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** How many dead letters there are of a kind, without what they hold. */
public final class LetterCensus {

    private static final String TOTAL = "SELECT count(*) FROM dead_letters WHERE " + LetterFilter.CONDITION;

    private static final String NUMBERS =
            "SELECT number FROM dead_letters WHERE " + LetterFilter.CONDITION + " ORDER BY number LIMIT ?";

    /** Letters that were redriven differ in their earlier reasons, so these are more than there are groups. */
    private static final String KINDS = "SELECT function, reason, count(*) FROM dead_letters WHERE "
            + LetterFilter.CONDITION + " GROUP BY function, reason ORDER BY count(*) DESC, max(number) DESC LIMIT ?";

    private final Reader reader;
    private final InstantSource clock;

    public LetterCensus(Reader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Those that a function gave up on for the same reason in the end.
     *
     * @param reason the last one
     */
    public record Group(String function, String reason, long count) {}

    /**
     * How many there are that nobody has in hand.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public long total(LetterFilter filter) {
        return reader.read(session -> session.row(TOTAL, row -> row.getLong(1), filter.values(clock.instant()))
                .orElse(0L));
    }

    /**
     * Their numbers, oldest first, at most {@link Redrive#MOST}.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public List<Long> numbers(LetterFilter filter) {
        return reader.read(session ->
                session.rows(NUMBERS, row -> row.getLong(1), filter.values(clock.instant(), Redrive.MOST)));
    }

    /**
     * How many there are by function and last reason, the most frequent first.
     *
     * @param most how many groups at most
     * @throws Unavailable when the file cannot be read now
     */
    public List<Group> groups(LetterFilter filter, int most) {
        record Kind(String function, String reason) {}
        var counts = new LinkedHashMap<Kind, Long>();
        var kinds = reader.read(session -> session.rows(
                KINDS,
                row -> new Group(row.getString(1), Reasons.read(row.getString(2)).getLast(), row.getLong(3)),
                filter.values(clock.instant(), Redrive.MOST)));
        kinds.forEach(kind -> counts.merge(new Kind(kind.function, kind.reason), kind.count, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Group(entry.getKey().function, entry.getKey().reason, entry.getValue()))
                .sorted(Comparator.comparingLong(Group::count).reversed())
                .limit(most)
                .toList();
    }
}
