package dev.sluice.integration.kill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what was found out about each transaction, and whom it was told, with what must have been. Windows are added up
 * anew, transaction by transaction, over exactly those that were stored when each was assessed.
 */
final class AssessmentAudit {

    private static final Map<String, Long> WINDOWS =
            new TreeMap<>(Map.of("1h", 3_600_000L, "24h", 86_400_000L, "30d", 2_592_000_000L));

    private final DataFile file;
    private final Findings findings;

    AssessmentAudit(DataFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void of() throws SQLException {
        findings.none(
                "transactions are not as far as they should be",
                file.rows(
                        "SELECT id || ' ' || status FROM transactions WHERE status NOT IN ('ENRICHED', 'NOTIFIED')"
                                + " OR assessment IS NULL",
                        r -> r.getString(1)));
        var assessed = file.rows(Assessed.QUERY, Assessed::read);
        Map<String, List<Assessed>> accounts = new HashMap<>();
        assessed.forEach(a ->
                accounts.computeIfAbsent(a.account, key -> new ArrayList<>()).add(a));
        numbers(accounts.values());
        windows(accounts.values());
        alerts();
    }

    /** Each account counts its transactions from 1 on without a gap, and knows how many they are. */
    private void numbers(Collection<List<Assessed>> accounts) throws SQLException {
        var wrong = new HashSet<String>();
        for (var account : accounts) {
            var numbers = account.stream().mapToLong(a -> a.number).sorted().toArray();
            for (var i = 0; i < numbers.length; i++) {
                if (numbers[i] != i + 1) {
                    wrong.add(account.getFirst().account + " at " + Arrays.toString(numbers));
                    break;
                }
            }
        }
        findings.none("accounts do not count their transactions one by one", wrong);
        findings.none("accounts do not know how many transactions they have", file.rows("""
                        SELECT a.account_id FROM accounts a WHERE a.transactions <>
                          (SELECT count(*) FROM transactions t NOT INDEXED
                           WHERE t.source = a.source AND t.account_id = a.account_id)""", r -> r.getString(1)));
    }

    private void windows(Collection<List<Assessed>> accounts) throws SQLException {
        Map<String, Map<String, String>> told = new HashMap<>();
        file.rows(
                """
                SELECT t.source || '/' || t.id, w.key,
                  group_concat(json_extract(a.value, '$.currency') || ' ' || json_extract(a.value, '$.count') || ' '
                    || json_extract(a.value, '$.sum'), ', ')
                FROM transactions t, json_each(t.assessment, '$.context.windows') w, json_each(w.value) a
                WHERE t.assessment IS NOT NULL GROUP BY t.row, w.key""",
                r -> told.computeIfAbsent(r.getString(1), key -> new HashMap<>())
                        .put(r.getString(2), r.getString(3)));
        var wrong = new TreeSet<String>();
        for (var account : accounts) {
            for (var one : account) {
                for (var window : WINDOWS.entrySet()) {
                    var found = told.getOrDefault(one.identity, Map.of()).getOrDefault(window.getKey(), "");
                    if (!found.equals(one.window(account, window.getValue()))) {
                        wrong.add(one.identity + " " + window.getKey());
                    }
                }
            }
        }
        findings.none("windows are not the sum over what was stored by then", wrong);
    }

    private void alerts() throws SQLException {
        var wanted = new TreeSet<String>();
        file.rows("SELECT source || '/' || id, reasons FROM transactions WHERE status = 'NOTIFIED'", r -> {
            for (var reason : List.of(r.getString(2).split(" ", -1))) {
                wanted.add(r.getString(1) + "/" + reason);
            }
            return 0;
        });
        var published = new TreeSet<>(file.rows("SELECT alert_id FROM alerts", r -> r.getString(1)));
        var missing = new TreeSet<>(wanted);
        missing.removeAll(published);
        findings.none("alerts are missing", missing);
        var surplus = new TreeSet<>(published);
        surplus.removeAll(wanted);
        findings.none("alerts were published that nobody should have got", surplus);
        findings.none("alerts are not recorded as published", file.rows("""
                        SELECT alert_id FROM alerts WHERE alert_id NOT IN
                          (SELECT alert_id FROM alert_ledger WHERE published_at_ms IS NOT NULL)""", r -> r.getString(1)));
    }

    /** How many alerts a subscriber would tell by their ids to be repeats. */
    static long repeated(DataFile file) throws SQLException {
        return file.rows("SELECT count(*) - count(DISTINCT alert_id) FROM alerts", r -> r.getLong(1))
                .getFirst();
    }

    /**
     * A transaction with its place in the account.
     *
     * @param number in the order the account's were stored
     * @param asOf how many of the account were stored when it was assessed
     */
    private record Assessed(
            String identity,
            String account,
            long number,
            long asOf,
            long occurredAtMs,
            long billedMinor,
            String billedCurrency,
            int decimals) {

        static final String QUERY = """
                SELECT t.source || '/' || t.id, t.source || '/' || t.account_id, e.number,
                  json_extract(t.assessment, '$.context.asOf.transactions'), t.occurred_at_ms,
                  coalesce(t.billing_minor, t.amount_minor), coalesce(t.billing_currency, t.currency)
                FROM transactions t NOT INDEXED JOIN account_entries e ON e.transaction_row = t.row
                WHERE t.assessment IS NOT NULL""";

        static Assessed read(ResultSet row) throws SQLException {
            return new Assessed(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getString(7),
                    Currency.getInstance(row.getString(7)).getDefaultFractionDigits());
        }

        /** As SQLite tells what was written: currency, count and sum of each, by code. */
        String window(List<Assessed> account, long millis) {
            Map<String, BigInteger> sums = new TreeMap<>();
            Map<String, Long> counts = new HashMap<>();
            Map<String, Integer> scales = new HashMap<>();
            for (var other : account) {
                if (other.number <= asOf
                        && other.occurredAtMs > occurredAtMs - millis
                        && other.occurredAtMs <= occurredAtMs) {
                    sums.merge(other.billedCurrency, BigInteger.valueOf(other.billedMinor), BigInteger::add);
                    counts.merge(other.billedCurrency, 1L, Long::sum);
                    scales.put(other.billedCurrency, other.decimals);
                }
            }
            var lines = new ArrayList<String>();
            sums.forEach((currency, sum) -> lines.add(currency + " " + counts.get(currency) + " "
                    + new BigDecimal(sum, scales.getOrDefault(currency, 2)).toPlainString()));
            return String.join(", ", lines);
        }
    }
}
