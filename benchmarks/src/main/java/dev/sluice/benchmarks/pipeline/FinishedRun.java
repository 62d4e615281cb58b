package dev.sluice.benchmarks.pipeline;

import dev.sluice.domain.history.Bucket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * The rows that a run has left in its file, transaction by transaction in the order they were stored in.
 *
 * @param transactions as {@link #TRANSACTION} names their columns
 * @param entries in their accounts' histories, as {@link #ENTRY} names their columns
 * @param counts that each was added to, where its account has any: source, account, width, start, currency, type and amount
 *     of a bucket
 * @param seen what an account had first with it, as {@link #SEEN} names the columns
 */
record FinishedRun(
        List<Object[]> transactions, List<Object[]> entries, List<List<Object[]>> counts, List<List<Object[]>> seen) {

    static final List<String> TRANSACTION = List.of(
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

    static final List<String> ENTRY = List.of(
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
            "stored_at_ms",
            "indexed");

    static final List<String> SEEN = List.of("source", "account_id", "kind", "value", "id");

    /** Reads them. */
    static FinishedRun in(Path finished) throws SQLException {
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
            var aggregated = new HashSet<List<Object>>();
            for (var account : rows(connection, "accounts", List.of("source", "account_id", "aggregated"), "1, 2")) {
                if (((Number) account[2]).intValue() == 1) {
                    aggregated.add(List.of(account[0], account[1]));
                }
            }
            return new FinishedRun(
                    transactions,
                    entries,
                    entries.stream()
                            .map(e -> aggregated.contains(List.of(e[0], e[1])) ? counts(e) : List.<Object[]>of())
                            .toList(),
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
}
