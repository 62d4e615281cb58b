package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.Reasons;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dead letters of a file: found, looked at, and handed once more to the function that gave up on them, and to no other.
 *
 * <p>A letter and the invocation that it becomes change places in one step, so that at no moment there is none of them or
 * both. Redriving twice is harmless: the second time there is no such letter, or nothing left to do.
 */
public final class Redrive {

    /** How many letters are found at a time at most. */
    public static final int MOST = 10_000;

    static final String COLUMNS =
            "number, queue, function, payload, reason, attempts, first_failed_at_ms, last_failed_at_ms";

    private final Database database;
    private final InstantSource clock;

    public Redrive(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The letters that nobody has in hand, oldest first, at most {@value #MOST}.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public List<Letter> find(LetterFilter filter) {
        return find(filter, 0);
    }

    /**
     * Those of them that come after a number, so that all can be found, part by part.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public List<Letter> find(LetterFilter filter, long after) {
        return find(filter, after, MOST);
    }

    /**
     * The same, so many of them at most.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public List<Letter> find(LetterFilter filter, long after, int most) {
        return database.read(session -> session.rows(
                "SELECT " + COLUMNS + " FROM dead_letters WHERE " + LetterFilter.CONDITION
                        + " AND number > ? ORDER BY number LIMIT ?",
                Redrive::read,
                filter.values(clock.instant(), after, Math.min(most, MOST))));
    }

    /**
     * The letter of that number.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public Optional<Letter> find(long number) {
        return database.read(session -> find(session, number));
    }

    /**
     * What redriving it would do now; changes nothing.
     *
     * @param repaired what it holds instead, where somebody has repaired it
     * @throws Unavailable when the file cannot be read now
     */
    public Redriving look(long number, Optional<String> repaired) {
        return database.read(session -> {
            var letter = find(session, number);
            return letter.isEmpty()
                    ? new Redriving.Gone()
                    : switch (content(session, letter.get(), repaired)) {
                        case LetterContent.Unusable(var why) -> new Redriving.Unusable(why);
                        case LetterContent.Usable usable ->
                            usable.done()
                                    .<Redriving>map(Redriving.DoneAlready::new)
                                    .orElseGet(() -> new Redriving.Invoked(0));
                    };
        });
    }

    /**
     * Redrives it: durable when it returns.
     *
     * @param repaired what it holds instead, where somebody has repaired it
     * @throws Unavailable when it may or may not be done; doing it again is safe
     */
    public Redriving redrive(long number, Optional<String> repaired) {
        var now = clock.instant();
        return database.write(session -> {
            var letter = find(session, number);
            return letter.isEmpty()
                    ? new Redriving.Gone()
                    : switch (content(session, letter.get(), repaired)) {
                        case LetterContent.Unusable(var why) -> new Redriving.Unusable(why);
                        case LetterContent.Usable usable -> redrive(session, letter.get(), usable, now);
                    };
        });
    }

    private static Redriving redrive(Session session, Letter letter, LetterContent.Usable content, Instant now)
            throws SQLException {
        session.change("DELETE FROM dead_letters WHERE number = ?", letter.number());
        if (content.done().isPresent()) {
            return new Redriving.DoneAlready(content.done().get());
        }
        return new Redriving.Invoked(Deliveries.invoke(
                session,
                letter.function(),
                content.event(),
                letter.firstFailedAt(),
                Reasons.write(letter.reasons()),
                now));
    }

    /**
     * How invocations stand that were made of dead letters.
     *
     * @param messages their numbers
     * @return for each that is under way or failed again how; what is done is left out
     * @throws Unavailable when the file cannot be read now
     */
    public Map<Long, Standing> standing(List<Long> messages) {
        return database.read(session -> {
            var standing = new HashMap<Long, Standing>();
            for (var message : messages) {
                if (session.row("SELECT 1 FROM deliveries WHERE message = ?", row -> row.getInt(1), message)
                        .isPresent()) {
                    standing.put(message, Standing.UNDER_WAY);
                } else if (session.row("SELECT 1 FROM dead_letters WHERE message = ?", row -> row.getInt(1), message)
                        .isPresent()) {
                    standing.put(message, Standing.FAILED_AGAIN);
                }
            }
            return standing;
        });
    }

    /** How an invocation stands that is not done. */
    public enum Standing {
        UNDER_WAY,
        FAILED_AGAIN
    }

    private LetterContent content(Session session, Letter letter, Optional<String> repaired) throws SQLException {
        return LetterContent.of(
                session, letter.function(), repaired.orElse(letter.payload()), letter.number(), clock.instant());
    }

    private Optional<Letter> find(Session session, long number) throws SQLException {
        return session.row(
                "SELECT " + COLUMNS
                        + " FROM dead_letters WHERE number = ? AND (held_until_ms IS NULL OR held_until_ms <= ?)",
                Redrive::read,
                number,
                clock.instant());
    }

    static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new ArrayList<>(Reasons.read(row.getString(5))),
                row.getInt(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
