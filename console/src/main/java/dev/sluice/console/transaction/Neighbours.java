package dev.sluice.console.transaction;

import dev.sluice.console.row.Row;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of one account around one of them, in the order they occurred.
 *
 * @param transactions how many the account has
 * @param earlier whether there are others before them
 * @param later whether there are others after them
 */
record Neighbours(long transactions, List<Row> rows, boolean earlier, boolean later) {

    private static final String ROWS = "SELECT " + Row.COLUMNS
            + " FROM account_entries e JOIN transactions t ON t.row = e.transaction_row"
            + " WHERE e.source = ? AND e.account_id = ?";
    private static final String UP_TO =
            ROWS + " AND (e.occurred_at_ms, e.id) <= (?, ?) ORDER BY e.occurred_at_ms DESC, e.id DESC LIMIT ?";
    private static final String AFTER =
            ROWS + " AND (e.occurred_at_ms, e.id) > (?, ?) ORDER BY e.occurred_at_ms, e.id LIMIT ?";

    Neighbours {
        rows = List.copyOf(rows);
    }

    /** Half of them before it where there are as many; empty where the account has no such transaction. */
    static Optional<Neighbours> around(Session session, String source, String account, String id, int limit)
            throws SQLException {
        var at = session.row(
                "SELECT occurred_at_ms FROM transactions WHERE source = ? AND id = ? AND account_id = ?",
                row -> row.getLong(1),
                source,
                id,
                account);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        // One more of each than can be told shows whether there are others.
        var before = session.rows(UP_TO, Row::read, source, account, at.get(), id, limit + 1);
        var after = session.rows(AFTER, Row::read, source, account, at.get(), id, limit);
        var later = Math.min(after.size(), Math.max(limit / 2, limit - before.size()));
        var earlier = Math.min(before.size(), limit - later);
        var rows = new ArrayList<>(before.subList(0, earlier).reversed());
        rows.addAll(after.subList(0, later));
        var transactions = session.row(
                        "SELECT transactions FROM accounts WHERE source = ? AND account_id = ?",
                        row -> row.getLong(1),
                        source,
                        account)
                .orElse((long) rows.size());
        return Optional.of(new Neighbours(transactions, rows, earlier < before.size(), later < after.size()));
    }
}
