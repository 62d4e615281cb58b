package dev.sluice.local.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements; used by one thread at a time.
 *
 * <p>Statements are prepared once for each text, and texts are constants, so there are only as many as the code states.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a session, inside one transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T in(Session session) throws SQLException;
    }

    /** What one row says. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet columns) throws SQLException;
    }

    /** Runs a statement that returns no rows; how many rows it changed. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** All rows; the statement states how many at most. */
    public <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<T>();
        try (var columns = bound(sql, values).executeQuery()) {
            while (columns.next()) {
                found.add(row.read(columns));
            }
        }
        return found;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> row(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (var columns = bound(sql, values).executeQuery()) {
            return columns.next() ? Optional.of(row.read(columns)) : Optional.empty();
        }
    }

    /** Runs a script of one or more statements; never with a value in its text. */
    void script(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            switch (value) {
                case null -> statement.setObject(i + 1, null);
                case Instant instant -> statement.setLong(i + 1, instant.toEpochMilli());
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                case Optional<?> maybe -> statement.setObject(i + 1, maybe.orElse(null));
                default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
