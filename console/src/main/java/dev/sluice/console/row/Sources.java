package dev.sluice.console.row;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources of which something is stored. */
public final class Sources {

    /** How many are looked for; who may send is listed in one short file. */
    public static final int MOST = 1_000;

    private Sources() {}

    /** At most {@link #MOST}, in order. Each costs one look into an index, however much is stored. */
    public static List<String> known(Session session) throws SQLException {
        var known = new ArrayList<String>();
        var next = after(session, "");
        while (next.isPresent() && known.size() < MOST) {
            known.add(next.get());
            next = after(session, next.get());
        }
        return known;
    }

    private static Optional<String> after(Session session, String source) throws SQLException {
        return session.row(
                "SELECT source FROM accounts WHERE source > ? ORDER BY source LIMIT 1",
                row -> row.getString(1),
                source);
    }
}
