package dev.sluice.benchmarks.pipeline;

import dev.sluice.local.sqlite.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done with the rows of a finished run by nothing but a writer: one thread, prepared statements, everything in memory
 * beforehand, the same groups, every commit on the disk. A pipeline on such a writer cannot be faster.
 */
final class Ceiling {

    /** As the pipeline's own database sets them, and the log as long as its own; here the commit that finds it so copies it. */
    private static final List<String> PRAGMAS = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA wal_autocheckpoint = 8000",
            "PRAGMA cache_size = -16384",
            "PRAGMA temp_store = MEMORY");

    private static final String COUNT = """
            INSERT INTO account_aggregates (source, account_id, width, bucket_start_ms, currency, type, count,
              sum_high, sum_low)
            VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?)
            ON CONFLICT DO UPDATE SET count = count + 1,
              sum_high = sum_high + (sum_low + excluded.sum_low) / 1000000000000000000,
              sum_low = (sum_low + excluded.sum_low) % 1000000000000000000""";

    private static final String ACCOUNT = """
            INSERT INTO accounts (source, account_id, transactions, aggregated) VALUES (?, ?, 1, ?)
            ON CONFLICT DO UPDATE SET transactions = transactions + 1""";

    private static final String TRANSACTION = insert("transactions", FinishedRun.TRANSACTION);
    private static final String ENTRY = insert("account_entries", FinishedRun.ENTRY);
    private static final String SEEN = insert("account_first_seen", FinishedRun.SEEN);

    private final FinishedRun rows;

    private Ceiling(FinishedRun rows) {
        this.rows = rows;
    }

    /** Reads the rows of a finished run. */
    static Ceiling of(Path finished) throws SQLException {
        return new Ceiling(FinishedRun.in(finished));
    }

    /**
     * SQLite alone: plain JDBC writes them into a new file, by one connection that does all there is to do.
     *
     * @param group transactions a commit
     * @param load transactions of one load
     * @return transactions a second of each load, the last of which may be smaller
     */
    List<Double> perSecond(Path database, int group, int load) throws SQLException, IOException {
        Files.createDirectories(database.getParent());
        Database.open(database).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            try (var statement = connection.createStatement()) {
                for (var pragma : PRAGMAS) {
                    statement.execute(pragma);
                }
            }
            connection.setAutoCommit(false);
            var prepared = new HashMap<String, PreparedStatement>();
            return write(group, load, (from, to) -> {
                for (var i = from; i < to; i++) {
                    write(i, (sql, values) -> run(connection, prepared, sql, values));
                }
                connection.commit();
            });
        }
    }

    /** The pipeline's own writer, which has its log copied beside it, is handed the same; as {@link #perSecond}. */
    List<Double> perSecondByOwnWriter(Path database, int group, int load) throws SQLException, IOException {
        Files.createDirectories(database.getParent());
        try (var own = Database.open(database)) {
            return write(
                    group,
                    load,
                    (from, to) -> own.<Integer>write(session -> {
                        for (var i = from; i < to; i++) {
                            write(i, session::change);
                        }
                        return to - from;
                    }));
        }
    }

    /** Writes the transactions from one, up to but not with another, and commits. */
    private interface Group {
        void write(int from, int to) throws SQLException;
    }

    /** Where a statement goes. */
    private interface Statements {
        void run(String sql, Object[] values) throws SQLException;
    }

    private List<Double> write(int group, int load, Group into) throws SQLException {
        var rates = new ArrayList<Double>();
        var count = rows.transactions().size();
        for (var begin = 0; begin < count; begin += load) {
            var end = Math.min(count, begin + load);
            var began = System.nanoTime();
            for (var from = begin; from < end; from += group) {
                into.write(from, Math.min(end, from + group));
            }
            rates.add((end - begin) * 1e9 / (System.nanoTime() - began));
        }
        return rates;
    }

    private void write(int i, Statements into) throws SQLException {
        var stored = rows.entries().get(i);
        into.run(TRANSACTION, rows.transactions().get(i));
        into.run(ENTRY, stored);
        var counts = rows.counts().get(i);
        into.run(ACCOUNT, new Object[] {stored[0], stored[1], counts.isEmpty() ? 0 : 1});
        for (var values : counts) {
            into.run(COUNT, values);
        }
        for (var values : rows.seen().get(i)) {
            into.run(SEEN, values);
        }
    }

    private static String insert(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }

    private static void run(Connection connection, Map<String, PreparedStatement> prepared, String sql, Object[] values)
            throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
