package dev.sluice.local.delivery;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the file says of dead letters beyond themselves: what they are about, and how invocations made of them fare. */
public final class LetterDetails {

    private final Database database;

    public LetterDetails(Database database) {
        this.database = database;
    }

    /**
     * The transactions that a letter is about, as far as it reads.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public List<LetterSubject> subjects(Letter letter) {
        return database.read(session -> LetterSubject.of(session, letter.function(), letter.payload()));
    }

    /** The letters about a transaction, oldest first, of the newest {@value Redrive#MOST} that there are. */
    public static List<Letter> about(Session session, String source, String id) throws SQLException {
        // Every letter has the id in its payload as it is, or else the position of the transaction's record.
        var candidates = session.rows(
                "SELECT " + Redrive.COLUMNS + """
                 FROM (SELECT * FROM dead_letters ORDER BY number DESC LIMIT ?)
                WHERE instr(payload, ?) > 0 OR instr(payload, (
                  SELECT '"startSequenceNumber":"' || row || '"' FROM transactions WHERE source = ? AND id = ?)) > 0
                ORDER BY number LIMIT ?""", Redrive::read, Redrive.MOST, id, source, id, Redrive.MOST);
        var letters = new ArrayList<Letter>();
        for (var letter : candidates) {
            if (LetterSubject.of(session, letter.function(), letter.payload()).stream()
                    .anyMatch(subject -> subject.isOf(source, id))) {
                letters.add(letter);
            }
        }
        return letters;
    }

    /**
     * The letter that an invocation became, which was made of another one.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public Optional<Letter> failedAgain(long message) {
        return database.read(session -> session.row(
                "SELECT " + Redrive.COLUMNS + " FROM dead_letters WHERE message = ?", Redrive::read, message));
    }

    /**
     * The invocation that is under way.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public Optional<UnderWay> underWay(long message) {
        return database.read(session -> session.row(
                "SELECT attempts, last_reason, due_at_ms FROM deliveries WHERE message = ?",
                row -> new UnderWay(
                        row.getInt(1), Optional.ofNullable(row.getString(2)), Instant.ofEpochMilli(row.getLong(3))),
                message));
    }

    /**
     * An invocation that is neither done nor given up on.
     *
     * @param attempts those that have begun
     * @param lastReason why the last one failed, where one did
     * @param dueAt when the next one is, or was, due
     */
    public record UnderWay(int attempts, Optional<String> lastReason, Instant dueAt) {}
}
