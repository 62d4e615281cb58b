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
        return run(sql, PreparedStatement::executeUpdate, values);
    }

    /** All rows; the statement states how many at most. */
    public <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return run(
                sql,
                statement -> {
                    var found = new ArrayList<T>();
                    try (var columns = statement.executeQuery()) {
                        while (columns.next()) {
                            found.add(row.read(columns));
                        }
                    }
                    return found;
                },
                values);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> row(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return run(
                sql,
                statement -> {
                    try (var columns = statement.executeQuery()) {
                        return columns.next() ? Optional.of(row.read(columns)) : Optional.empty();
                    }
                },
                values);
    }

    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Execution<T> execution, @Nullable Object... values) throws SQLException {
        try {
            return execution.of(bound(sql, values));
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    /** A statement that failed once, as on a full disk, would fail for ever after: the next one is prepared anew. */
    private void forget(String sql, SQLException because) {
        try (var failed = prepared.remove(sql)) {
            if (failed != null) {
                failed.clearParameters();
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
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
            var value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            switch (value) {
                case null -> statement.setObject(i + 1, null);
                case Instant instant -> statement.setLong(i + 1, instant.toEpochMilli());
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
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
