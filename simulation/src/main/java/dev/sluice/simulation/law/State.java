package dev.sluice.simulation.law;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.Reasons;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in the file.
 *
 * @param stored in the order of storing
 * @param waiting how much waits, by what it waits in
 */
public record State(
        List<Stored> stored,
        List<Conflict> conflicts,
        List<AlertRow> alerts,
        List<Letter> letters,
        Map<String, Long> waiting,
        Map<String, String> history) {

    /** Other content that arrived under an identity already taken. */
    record Conflict(Identity identity, String fingerprint, Instant receivedAt, String correlationId) {}

    /** An alert as it was published. */
    record AlertRow(String alertId, Identity identity, String reason, String sentence, int score) {}

    public State {
        stored = List.copyOf(stored);
        conflicts = List.copyOf(conflicts);
        alerts = List.copyOf(alerts);
        letters = List.copyOf(letters);
        waiting = new TreeMap<>(waiting);
        history = new TreeMap<>(history);
    }

    static State read(Database file) {
        return file.read(session -> new State(
                stored(session),
                session.rows(
                        "SELECT source, id, fingerprint, received_at_ms, correlation_id FROM conflicts",
                        row -> new Conflict(
                                new Identity(row.getString(1), row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getString(5))),
                session.rows(
                        "SELECT alert_id, source, id, reason, sentence, score FROM alerts ORDER BY number",
                        row -> new AlertRow(
                                row.getString(1),
                                new Identity(row.getString(2), row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6))),
                session.rows(
                        "SELECT queue, function, payload, reason FROM dead_letters ORDER BY number",
                        row -> new Letter(
                                row.getString(1), row.getString(2), row.getString(3), Reasons.read(row.getString(4)))),
                waiting(session),
                history(session)));
    }

    private static List<Stored> stored(Session session) throws SQLException {
        return session.rows(
                """
                SELECT t.row, e.number, t.document, t.status, t.assessment, t.received_at_ms, t.correlation_id
                FROM transactions t LEFT JOIN account_entries e ON e.transaction_row = t.row ORDER BY t.row""",
                row -> new Stored(
                        row.getLong(1),
                        row.getLong(2),
                        TransactionDocument.read(row.getString(3)),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)).map(AssessmentJson::read),
                        Instant.ofEpochMilli(row.getLong(6)),
                        row.getString(7)));
    }

    private static Map<String, Long> waiting(Session session) throws SQLException {
        return session.rows("""
                        SELECT 'topic messages', count(*) FROM topic_messages
                        UNION ALL SELECT 'deliveries', count(*) FROM deliveries
                        UNION ALL SELECT 'stream records', count(*) FROM stream_records
                        UNION ALL SELECT 'queue messages', count(*) FROM queue_messages""", row -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each line of each account's history, as text. */
    private static Map<String, String> history(Session session) throws SQLException {
        return session.rows("""
                        SELECT 'account ' || source || '/' || account_id, '' || transactions FROM accounts
                        UNION ALL
                        SELECT 'aggregated ' || source || '/' || account_id, '' FROM accounts WHERE aggregated = 1
                        UNION ALL
                        SELECT 'entry ' || source || '/' || account_id || ' ' || id,
                          number || ' ' || occurred_at_ms || ' ' || type || ' ' || billed_minor || ' ' || billed_currency
                          || ' ' || coalesce(likeness, '-') || ' ' || coalesce(pair, '-') || ' ' || coalesce(rate, '-')
                        FROM account_entries
                        UNION ALL
                        SELECT 'aggregate ' || source || '/' || account_id || ' ' || width || ' ' || bucket_start_ms
                          || ' ' || currency || ' ' || type, count || ' ' || sum_high || ' ' || sum_low
                        FROM account_aggregates
                        UNION ALL
                        SELECT 'first ' || source || '/' || account_id || ' ' || kind || ' ' || value, id
                        FROM account_first_seen
                        UNION ALL
                        SELECT 'returned ' || source || '/' || original_id || ' ' || currency,
                          count || ' ' || sum_high || ' ' || sum_low FROM returns""", row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is stored under that identity. */
    public Optional<Transaction> contentOf(Identity identity) {
        return find(identity).map(Stored::transaction);
    }

    /** The fingerprints of what is recorded as a conflict with it. */
    public List<String> conflictsOf(Identity identity) {
        return conflicts.stream()
                .filter(conflict -> conflict.identity().equals(identity))
                .map(Conflict::fingerprint)
                .toList();
    }

    /** The reasons of the alerts about it. */
    public List<String> alertsOf(Identity identity) {
        return alerts.stream()
                .filter(alert -> alert.identity().equals(identity))
                .map(AlertRow::reason)
                .toList();
    }

    Optional<Stored> find(Identity identity) {
        return stored.stream().filter(s -> s.identity().equals(identity)).findFirst();
    }

    /** All of one account, in the order of storing. */
    List<Stored> ofAccount(String account) {
        return stored.stream().filter(s -> s.account().equals(account)).toList();
    }

    static List<Transaction> transactions(List<Stored> stored) {
        return stored.stream().map(Stored::transaction).toList();
    }
}
