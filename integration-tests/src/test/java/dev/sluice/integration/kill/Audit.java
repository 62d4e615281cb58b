package dev.sluice.integration.kill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the file of a pipeline that was killed with what must be in it. It trusts no index and no sum of the
 * pipeline's own: it reads every row and adds up by itself.
 */
final class Audit {

    private static final Map<String, Long> WIDTHS = new TreeMap<>(
            Map.of("MILLISECOND", 1L, "SECOND", 1_000L, "MINUTE", 60_000L, "HOUR", 3_600_000L, "DAY", 86_400_000L));

    private static final BigInteger LIMB = BigInteger.TEN.pow(18);

    /** Types whose amounts are subtracted from a file's totals. */
    private static final Set<String> GOING_BACK = Set.of("credit", "refund", "chargeback");

    /** Where nothing may be left once everything has settled. */
    private static final List<String> EMPTY_TABLES =
            List.of("deliveries", "topic_messages", "stream_records", "queue_messages", "dead_letters", "conflicts");

    private final DataFile file;
    private final Findings findings;

    Audit(DataFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Looks at everything.
     *
     * @param undisturbed what a pipeline that nobody killed stored of the same file
     * @param totals what the file's amounts come to by currency, with the currency's decimals
     * @param own what became of our own webhooks
     */
    void of(List<Stored> undisturbed, Map<String, String> totals, OwnSender.Fates own) throws SQLException {
        findings.same(
                "SQLite's integrity check", List.of("ok"), file.rows("PRAGMA integrity_check", r -> r.getString(1)));
        findings.same("rows that point nowhere", List.of(), file.rows("PRAGMA foreign_key_check", r -> r.getString(1)));
        for (var table : EMPTY_TABLES) {
            findings.same("rows left in " + table, 0L, file.count(table));
        }
        var stored = file.transactions();
        onceEach(stored);
        theFilesRows(undisturbed, stored);
        totals(totals, stored);
        ourOwn(own, stored);
        entries(stored);
        aggregates(stored);
        new AssessmentAudit(file, findings).of();
    }

    private void onceEach(List<Stored> stored) {
        var seen = new HashSet<String>();
        var twice = stored.stream()
                .map(Stored::identity)
                .filter(id -> !seen.add(id))
                .toList();
        findings.none("transactions are stored twice", twice);
    }

    private void theFilesRows(List<Stored> undisturbed, List<Stored> stored) {
        var found = stored.stream().filter(s -> !isOwn(s)).collect(Collectors.toSet());
        var wanted = Set.copyOf(undisturbed);
        findings.none("rows of the file are missing or differ", without(wanted, found));
        findings.none("rows are stored that the file does not have", without(found, wanted));
    }

    private void totals(Map<String, String> totals, List<Stored> stored) {
        Map<String, BigInteger> found = new TreeMap<>();
        for (var s : stored) {
            if (!isOwn(s)) {
                var minor = BigInteger.valueOf(s.amountMinor());
                found.merge(s.currency(), GOING_BACK.contains(s.type()) ? minor.negate() : minor, BigInteger::add);
            }
        }
        Map<String, BigInteger> wanted = new TreeMap<>();
        totals.forEach((currency, sum) -> wanted.put(currency, new BigDecimal(sum).unscaledValue()));
        findings.same("what is stored of the file, in minor units by currency", wanted, found);
    }

    private void ourOwn(OwnSender.Fates own, List<Stored> stored) {
        Map<String, Stored> found = new HashMap<>();
        stored.stream().filter(Audit::isOwn).forEach(s -> found.put(s.id(), s));
        var missing = new ArrayList<String>();
        for (var number : own.acknowledged()) {
            var webhook = new Webhook(number);
            var row = found.remove(webhook.id());
            if (row == null
                    || row.amountMinor() != webhook.amountMinor()
                    || !row.currency().equals("GBP")) {
                missing.add(webhook.id());
            }
        }
        findings.none("acknowledged webhooks are missing or differ", missing);
        own.givenUp().forEach(number -> found.remove(new Webhook(number).id()));
        findings.none("webhooks are stored that were never sent", found.keySet());
        findings.none("answers were none that a sender expects", own.surprises());
    }

    private void entries(List<Stored> stored) throws SQLException {
        var found = file.rows("""
                SELECT e.source || '/' || e.id || ' ' || e.account_id || ' ' || e.occurred_at_ms || ' ' || e.type || ' '
                  || e.billed_minor || ' ' || e.billed_currency || ' of ' || t.source || '/' || t.id
                FROM account_entries e LEFT JOIN transactions t ON t.row = e.transaction_row""", r -> String.valueOf(r.getString(1)));
        var wanted = stored.stream()
                .map(s -> s.identity() + " " + s.accountId() + " " + s.occurredAtMs() + " " + s.type() + " "
                        + s.billedMinor() + " " + s.billedCurrency() + " of " + s.identity())
                .collect(Collectors.toSet());
        findings.same("entries of accounts", (long) stored.size(), (long) found.size());
        findings.none("transactions have no entry in their account", without(wanted, Set.copyOf(found)));
    }

    private void aggregates(List<Stored> stored) throws SQLException {
        // Only those have them whose windows hold much.
        var aggregated = Set.copyOf(file.rows(
                "SELECT source || '/' || account_id FROM accounts WHERE aggregated = 1", r -> r.getString(1)));
        Map<String, Sum> wanted = new HashMap<>();
        for (var s : stored) {
            if (!aggregated.contains(s.source() + "/" + s.accountId())) {
                continue;
            }
            WIDTHS.forEach((width, millis) -> wanted.merge(
                    bucket(s, width, s.occurredAtMs() - Math.floorMod(s.occurredAtMs(), millis)),
                    new Sum(1, BigInteger.valueOf(s.billedMinor())),
                    Sum::plus));
        }
        Map<String, Sum> found = new HashMap<>();
        file.rows(
                """
                SELECT source || '/' || account_id || ' ' || width || ' ' || bucket_start_ms || ' ' || currency || ' '
                  || type, count, sum_high, sum_low FROM account_aggregates""",
                r -> found.put(
                        r.getString(1),
                        new Sum(
                                r.getLong(2),
                                BigInteger.valueOf(r.getLong(3))
                                        .multiply(LIMB)
                                        .add(BigInteger.valueOf(r.getLong(4))))));
        var wrong = new HashSet<String>();
        for (var key : union(wanted.keySet(), found.keySet())) {
            if (!wanted.getOrDefault(key, Sum.NOTHING).equals(found.getOrDefault(key, Sum.NOTHING))) {
                wrong.add(key);
            }
        }
        findings.none("aggregates of accounts are not the sum over what is stored", wrong);
    }

    private static String bucket(Stored s, String width, long start) {
        return s.source() + "/" + s.accountId() + " " + width + " " + start + " " + s.billedCurrency() + " " + s.type();
    }

    private static boolean isOwn(Stored stored) {
        return stored.id().startsWith("own-");
    }

    private static <T> Set<String> without(Set<T> all, Set<T> those) {
        return all.stream()
                .filter(one -> !those.contains(one))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private record Sum(long count, BigInteger minor) {
        static final Sum NOTHING = new Sum(0, BigInteger.ZERO);

        Sum plus(Sum other) {
            return new Sum(count + other.count, minor.add(other.minor));
        }
    }
}
