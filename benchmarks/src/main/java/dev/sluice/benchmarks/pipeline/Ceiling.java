package dev.sluice.benchmarks.pipeline;

import dev.sluice.domain.history.Bucket;
import dev.sluice.local.sqlite.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final List<Object[]> transactions;
    private final List<Object[]> entries;
    private final List<List<Object[]>> counts;
    private final List<List<Object[]>> seen;

    private Ceiling(
            List<Object[]> transactions,
            List<Object[]> entries,
            List<List<Object[]>> counts,
            List<List<Object[]>> seen) {
        this.transactions = transactions;
        this.entries = entries;
        this.counts = counts;
        this.seen = seen;
    }

    private static final List<String> TRANSACTION = List.of(
            "row",
            "source",
            "id",
            "type",
            "amount_minor",
            "currency",
            "billing_minor",
            "billing_currency",
            "account_id",
            "occurred_at_ms",
            "precision",
            "merchant",
            "status",
            "fingerprint",
            "received_at_ms",
            "stored_at_ms",
            "correlation_id",
            "trace_header",
            "document",
            "assessment",
            "score",
            "reasons",
            "enriched_at_ms");

    private static final List<String> ENTRY = List.of(
            "source",
            "account_id",
            "occurred_at_ms",
            "id",
            "number",
            "transaction_row",
            "type",
            "billed_minor",
            "billed_currency",
            "likeness",
            "pair",
            "rate",
            "stored_at_ms");

    private static final List<String> SEEN = List.of("source", "account_id", "kind", "value", "id");

    private static final String ACCOUNT = """
            INSERT INTO accounts (source, account_id, transactions) VALUES (?, ?, 1)
            ON CONFLICT DO UPDATE SET transactions = transactions + 1""";

    /** Reads the rows that a run has left in its file, in the order they were stored in. */
    static Ceiling of(Path finished) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + finished)) {
            var transactions = rows(connection, "transactions", TRANSACTION, "row");
            var byRow = new HashMap<Object, Object[]>();
            for (var entry : rows(connection, "account_entries", ENTRY, "transaction_row")) {
                byRow.put(entry[ENTRY.indexOf("transaction_row")], entry);
            }
            var entries = transactions.stream().map(t -> byRow.get(t[0])).toList();
            var firsts = new HashMap<Object, List<Object[]>>();
            for (var first : rows(connection, "account_first_seen", SEEN, "id")) {
                firsts.computeIfAbsent(first[SEEN.indexOf("id")], id -> new ArrayList<>())
                        .add(first);
            }
            return new Ceiling(
                    transactions,
                    entries,
                    entries.stream().map(Ceiling::counts).toList(),
                    transactions.stream()
                            .map(t -> firsts.getOrDefault(t[TRANSACTION.indexOf("id")], List.of()))
                            .toList());
        }
    }

    private static List<Object[]> rows(Connection connection, String table, List<String> columns, String order)
            throws SQLException {
        var found = new ArrayList<Object[]>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT " + String.join(", ", columns) + " FROM " + table + " ORDER BY " + order)) {
            while (rows.next()) {
                var row = new Object[columns.size()];
                for (var i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }

    private static List<Object[]> counts(Object[] entry) {
        var at = Instant.ofEpochMilli(((Number) entry[ENTRY.indexOf("occurred_at_ms")]).longValue());
        return Bucket.holding(at).stream()
                .map(bucket -> new Object[] {
                    entry[0],
                    entry[1],
                    bucket.width().name(),
                    bucket.start().toEpochMilli(),
                    entry[ENTRY.indexOf("billed_currency")],
                    entry[ENTRY.indexOf("type")],
                    entry[ENTRY.indexOf("billed_minor")]
                })
                .toList();
    }

    /**
     * Writes them into a new file.
     *
     * @param group transactions a commit
     * @return transactions a second
     */
    double perSecond(Path database, int group) throws SQLException, IOException {
        Files.createDirectories(database.getParent());
        Database.open(database).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            try (var statement = connection.createStatement()) {
                for (var pragma : PRAGMAS) {
                    statement.execute(pragma);
                }
            }
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            write(connection, group);
            return transactions.size() * 1e9 / (System.nanoTime() - began);
        }
    }

    private void write(Connection connection, int group) throws SQLException {
        try (var transaction = connection.prepareStatement(insert("transactions", TRANSACTION));
                var entry = connection.prepareStatement(insert("account_entries", ENTRY));
                var count = connection.prepareStatement(COUNT);
                var account = connection.prepareStatement(ACCOUNT);
                var first = connection.prepareStatement(insert("account_first_seen", SEEN))) {
            for (var i = 0; i < transactions.size(); i++) {
                run(transaction, transactions.get(i));
                run(entry, entries.get(i));
                run(account, new Object[] {entries.get(i)[0], entries.get(i)[1]});
                for (var values : counts.get(i)) {
                    run(count, values);
                }
                for (var values : seen.get(i)) {
                    run(first, values);
                }
                if ((i + 1) % group == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
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
