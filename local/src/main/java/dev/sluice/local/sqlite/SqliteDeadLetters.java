package dev.sluice.local.sqlite;

import dev.sluice.handlers.codec.Reasons;
import dev.sluice.handlers.port.DeadLetter;
import dev.sluice.handlers.port.DeadLetters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A dead-letter queue in the file. */
public final class SqliteDeadLetters implements DeadLetters {

    private final Writer writer;
    private final String queue;
    private final InstantSource clock;

    /**
     * The letters of one queue.
     *
     * @param queue the blueprint's name of it
     */
    public SqliteDeadLetters(Writer writer, String queue, InstantSource clock) {
        this.writer = writer;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<Held> take(int most, Duration hold) {
        var now = clock.instant();
        return writer.write(session -> {
            var taken = new ArrayList<>(session.rows("""
                    UPDATE dead_letters SET held_until_ms = ?
                    WHERE number IN (
                      SELECT number FROM dead_letters
                      WHERE queue = ? AND (held_until_ms IS NULL OR held_until_ms <= ?) ORDER BY number LIMIT ?)
                    RETURNING number, held_until_ms, payload, reason, first_failed_at_ms, last_failed_at_ms""", Row::read, now.plus(hold), queue, now, most));
            // RETURNING promises no order.
            taken.sort(Comparator.comparingLong(Row::number));
            return taken.stream().map(Row::held).toList();
        });
    }

    @Override
    public void remove(Held letter) {
        var handle = Handle.read(letter.handle());
        writer.write(session -> session.change(
                "DELETE FROM dead_letters WHERE number = ? AND held_until_ms = ?", handle.number, handle.heldUntil));
    }

    @Override
    public void putBack(Held letter, String reason) {
        var handle = Handle.read(letter.handle());
        var now = clock.instant();
        var reasons = new ArrayList<>(letter.letter().reasons());
        reasons.add(reason);
        writer.write(session -> session.change("""
                UPDATE dead_letters SET held_until_ms = NULL, reason = ?, last_failed_at_ms = ?
                WHERE number = ? AND held_until_ms = ?""", Reasons.write(reasons), now, handle.number, handle.heldUntil));
    }

    /** A letter and the very hold it is in: once that has ended and another began, this one means nothing. */
    private record Handle(long number, long heldUntil) {
        static Handle read(String text) {
            var dash = text.indexOf('-');
            return new Handle(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
        }

        String write() {
            return number + "-" + heldUntil;
        }
    }

    private record Row(long number, long heldUntil, DeadLetter letter) {
        static Row read(ResultSet columns) throws SQLException {
            return new Row(
                    columns.getLong(1),
                    columns.getLong(2),
                    new DeadLetter(
                            columns.getString(3),
                            Reasons.read(columns.getString(4)),
                            Instant.ofEpochMilli(columns.getLong(5)),
                            Instant.ofEpochMilli(columns.getLong(6))));
        }

        Held held() {
            return new Held(letter, new Handle(number, heldUntil).write());
        }
    }
}
