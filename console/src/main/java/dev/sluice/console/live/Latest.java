package dev.sluice.console.live;

import dev.sluice.console.row.Row;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.List;

/** The transactions that were stored last. */
final class Latest {

    /** How many are told. */
    static final int MOST = 30;

    private Latest() {}

    /** The newest first. */
    static List<Row> read(Session session) throws SQLException {
        return session.rows(
                "SELECT " + Row.COLUMNS + " FROM transactions t ORDER BY t.row DESC LIMIT ?", Row::read, MOST);
    }
}
