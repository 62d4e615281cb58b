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
import java.util.List;

/**
 * What SQLite alone does with the rows of a finished run: one thread, prepared statements, everything in memory
 * beforehand, the same groups, every commit on the disk. A pipeline on this file cannot be faster.
 */
final class Ceiling {

    /** As the pipeline's own database sets them. */
    private static final List<String> PRAGMAS = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA wal_autocheckpoint = 4000",
            "PRAGMA cache_size = -32768",
            "PRAGMA temp_store = MEMORY");

    private static final String COUNT = """
            INSERT INTO account_aggregates (source, account_id, width, bucket_start_ms, currency, type, count,
              sum_high, sum_low)
            VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?)
            ON CONFLICT DO UPDATE SET count = count + 1,
              sum_high = sum_high + (sum_low + excluded.sum_low) / 1000000000000000000,
              sum_low = (sum_low + excluded.sum_low) % 1000000000000000000""";

    private static final String ACCOUNT = """
            INSERT INTO accounts (source, account_id, transactions) VALUES (?, ?, 1)
            ON CONFLICT DO UPDATE SET transactions = transactions + 1""";

    private final FinishedRun rows;

    private Ceiling(FinishedRun rows) {
        this.rows = rows;
    }

    /** Reads the rows of a finished run. */
    static Ceiling of(Path finished) throws SQLException {
        return new Ceiling(FinishedRun.in(finished));
    }

    /**
     * Writes them into a new file.
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
            return write(connection, group, load);
        }
    }

    private List<Double> write(Connection connection, int group, int load) throws SQLException {
        var rates = new ArrayList<Double>();
        try (var transaction = connection.prepareStatement(insert("transactions", FinishedRun.TRANSACTION));
                var entry = connection.prepareStatement(insert("account_entries", FinishedRun.ENTRY));
                var count = connection.prepareStatement(COUNT);
                var account = connection.prepareStatement(ACCOUNT);
                var first = connection.prepareStatement(insert("account_first_seen", FinishedRun.SEEN))) {
            var began = System.nanoTime();
            var last = rows.transactions().size() - 1;
            for (var i = 0; i <= last; i++) {
                var stored = rows.entries().get(i);
                run(transaction, rows.transactions().get(i));
                run(entry, stored);
                run(account, new Object[] {stored[0], stored[1]});
                for (var values : rows.counts().get(i)) {
                    run(count, values);
                }
                for (var values : rows.seen().get(i)) {
                    run(first, values);
                }
                var loadEnds = (i + 1) % load == 0 || i == last;
                if (loadEnds || (i + 1) % group == 0) {
                    connection.commit();
                }
                if (loadEnds) {
                    rates.add((i % load + 1) * 1e9 / (System.nanoTime() - began));
                    began = System.nanoTime();
                }
            }
        }
        return rates;
    }

    private static String insert(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }

    private static void run(PreparedStatement statement, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
