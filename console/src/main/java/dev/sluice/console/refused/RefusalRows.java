package dev.sluice.console.refused;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was refused, in the file. */
final class RefusalRows {

    private RefusalRows() {}

    static List<Refusal> read(Session session) throws SQLException {
        return session.rows(
                """
                SELECT source, status, code, pointer, count, first_at_ms, last_at_ms, sentence, shape FROM refusals
                ORDER BY count DESC LIMIT ?""",
                row -> new Refusal(
                        new Refusal.Key(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
                        row.getLong(5),
                        Instant.ofEpochMilli(row.getLong(6)),
                        Instant.ofEpochMilli(row.getLong(7)),
                        row.getString(8),
                        Optional.ofNullable(row.getString(9))),
                // The rows for what is not told apart come on top of those that are.
                2 * RefusalTable.MOST_ROWS);
    }

    /** Counts are written whole, not added: writing one twice, or the next after one was lost, leaves the right number. */
    static int write(Session session, List<Refusal> rows) throws SQLException {
        for (var row : rows) {
            session.change(
                    """
                    INSERT INTO refusals (source, status, code, pointer, count, first_at_ms, last_at_ms, sentence, shape)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (source, status, code, pointer) DO UPDATE SET count = excluded.count,
                      last_at_ms = excluded.last_at_ms, sentence = excluded.sentence, shape = excluded.shape""",
                    row.key().source(),
                    row.key().status(),
                    row.key().code(),
                    row.key().pointer(),
                    row.count(),
                    row.firstAt(),
                    row.lastAt(),
                    row.sentence(),
                    row.shape());
        }
        return rows.size();
    }
}
