package dev.sluice.local;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * How often enrichment found what.
 *
 * @param transactions that are stored
 * @param enriched of them
 * @param scored enriched ones with a score above 0
 * @param flagged of them
 * @param reasons how many transactions each rule fired for, by its code
 * @param reasonsOfFlagged the same, of flagged ones alone
 * @param duplicates suspected ones
 * @param rates those whose exchange rate could be compared with earlier ones of their account
 * @param merchantsFirstSeen those in which an account meets a merchant for the first time
 * @param countriesFirstSeen the same for a merchant's country
 * @param currenciesFirstSeen the same for a currency
 */
public record FindingCounts(
        long transactions,
        long enriched,
        long scored,
        long flagged,
        Map<String, Long> reasons,
        Map<String, Long> reasonsOfFlagged,
        long duplicates,
        long rates,
        long merchantsFirstSeen,
        long countriesFirstSeen,
        long currenciesFirstSeen) {

    public FindingCounts {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        reasonsOfFlagged = Collections.unmodifiableMap(new LinkedHashMap<>(reasonsOfFlagged));
    }

    static FindingCounts read(Session session) throws SQLException {
        var reasons = reasons(session, 0);
        var flagged = reasons(session, 1);
        return session.row(
                        """
                        SELECT count(*), count(assessment), count(*) FILTER (WHERE score > 0),
                          count(*) FILTER (WHERE status IN ('FLAGGED', 'NOTIFIED')),
                          count(json_extract(assessment, '$.context.suspectedDuplicateOf')),
                          count(json_extract(assessment, '$.context.rateDeviation')),
                          count(*) FILTER (WHERE json_extract(assessment, '$.context.merchantFirstSeen')),
                          count(*) FILTER (WHERE json_extract(assessment, '$.context.countryFirstSeen')),
                          count(*) FILTER (WHERE json_extract(assessment, '$.context.currencyFirstSeen'))
                        FROM transactions""",
                        row -> new FindingCounts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                reasons,
                                flagged,
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9)))
                .orElseThrow();
    }

    /** Few combinations of reasons ever come up, whatever the number of transactions. */
    private static Map<String, Long> reasons(Session session, int onlyFlagged) throws SQLException {
        record Combination(String codes, long count) {}
        var combinations = session.rows("""
                SELECT reasons, count(*) FROM transactions
                WHERE reasons IS NOT NULL AND (? = 0 OR status IN ('FLAGGED', 'NOTIFIED')) GROUP BY reasons""", row -> new Combination(row.getString(1), row.getLong(2)), onlyFlagged);
        var counts = new LinkedHashMap<String, Long>();
        for (var combination : combinations) {
            var codes = new StringTokenizer(combination.codes());
            while (codes.hasMoreTokens()) {
                counts.merge(codes.nextToken(), combination.count(), Long::sum);
            }
        }
        return counts;
    }
}
