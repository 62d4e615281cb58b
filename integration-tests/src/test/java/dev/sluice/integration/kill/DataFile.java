package dev.sluice.integration.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQLite file of a pipeline that has stopped, read with SQL of our own. */
final class DataFile implements AutoCloseable {

    private final Connection connection;

    DataFile(Path folder) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sluice.db"));
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(reading.of(found));
            }
            return rows;
        }
    }

    long count(String table) throws SQLException {
        return rows("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
    }

    List<Stored> transactions() throws SQLException {
        return rows(Stored.QUERY, Stored::read);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
