package dev.sluice.simulation.world;

import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Empty files, used again: laying one out takes longer than many a run. */
final class SpareFiles {

    private static final Queue<Database> SPARE = new ConcurrentLinkedQueue<>();

    private SpareFiles() {}

    /** One in which nothing is. */
    static Database take() {
        return Optional.ofNullable(SPARE.poll()).orElseGet(Database::inMemory);
    }

    /** Takes everything out, and keeps it for the next who needs one. */
    static void giveBack(Database file) {
        file.crash();
        file.write(SpareFiles::clear);
        SPARE.add(file);
    }

    private static int clear(Session session) throws SQLException {
        for (var trigger : names(session, "trigger")) {
            session.change("DROP TRIGGER " + trigger);
        }
        // Who refers to others comes after them in the script, and so first here.
        for (var table : names(session, "table").reversed()) {
            session.change("DELETE FROM " + table);
        }
        return 0;
    }

    private static List<String> names(Session session, String type) throws SQLException {
        return session.rows(
                "SELECT name FROM sqlite_schema WHERE type = ? ORDER BY rowid", row -> row.getString(1), type);
    }
}
