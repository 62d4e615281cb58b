package dev.sluice.benchmarks.pipeline;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** How many transactions lie in a file, looked up beside the process that writes it: row numbers have no gaps. */
final class Stored implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS_MILLIS = 5;

    private final Connection connection;

    Stored(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
    }

    long count() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT coalesce(max(row), 0) FROM transactions")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits until there are so many; when that was, of {@link System#nanoTime}. */
    long await(long wanted) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (count() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + count() + " of " + wanted + " were stored");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return System.nanoTime();
    }

    /** Waits until each of them is enriched; when that was, of {@link System#nanoTime}. */
    long awaitEnriched() throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (isAnyReceived()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("some were not enriched");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return System.nanoTime();
    }

    private boolean isAnyReceived() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM transactions WHERE status = 'RECEIVED' LIMIT 1")) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
