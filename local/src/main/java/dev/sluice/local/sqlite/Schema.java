package dev.sluice.local.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The layouts the file has had: each migration is one numbered script, and {@code user_version} says how far a file is. */
final class Schema {

    /** In order; a new layout is a new script at the end, and a script that was released never changes. */
    private static final List<String> MIGRATIONS = List.of("001-first.sql", "002-console.sql", "003-aggregates.sql");

    static final int VERSION = MIGRATIONS.size();

    private Schema() {}

    static void migrate(Session session, String file) throws SQLException {
        var found = version(session);
        if (found > VERSION) {
            throw new Database.NewerFile(file, found, VERSION);
        }
        for (var next = found; next < VERSION; next++) {
            session.script("BEGIN IMMEDIATE");
            try {
                // Each statement ends with a semicolon at the end of a line; no script holds a trigger.
                for (var statement : script(MIGRATIONS.get(next)).split(";\\R", -1)) {
                    if (!statement.isBlank()) {
                        session.script(statement);
                    }
                }
                session.script("PRAGMA user_version = " + (next + 1));
                session.script("COMMIT");
            } catch (SQLException e) {
                session.script("ROLLBACK");
                throw e;
            }
        }
    }

    static int version(Session session) throws SQLException {
        return session.row("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }

    static String script(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is not whole: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
