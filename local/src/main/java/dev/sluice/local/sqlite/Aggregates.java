package dev.sluice.local.sqlite;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;

/**
 * How many and how much of an account, by bucket: kept of those accounts only that have asked for them, since most never have
 * so much in a window that it could not be added up entry by entry, and five rows a transaction, each on a page of its own,
 * are half of what the disk is given to write. With them comes the index of what looks alike among its entries.
 */
final class Aggregates {

    private static final String ADD = String.join(
            "\n",
            "INSERT INTO account_aggregates",
            "  (source, account_id, width, bucket_start_ms, currency, type, count, sum_high, sum_low) VALUES",
            String.join(", ", Collections.nCopies(Bucket.Width.values().length, "(?, ?, ?, ?, ?, ?, 1, ?, ?)")),
            "ON CONFLICT DO UPDATE SET " + ExactSum.ADD);

    /** A bucket begins at or before what it holds, before 1970 too, where SQL's remainder is negative. */
    private static final String ADD_ALL =
            "WITH widths (width, millis) AS (VALUES " + widths() + ")" + """

            INSERT INTO account_aggregates
              (source, account_id, width, bucket_start_ms, currency, type, count, sum_high, sum_low)
            SELECT source, account_id, width, occurred_at_ms - (occurred_at_ms % millis + millis) % millis,
              billed_currency, type, count(*),
            """ + ExactSum.limbsOf("billed_minor") + """

            FROM account_entries CROSS JOIN widths WHERE source = ? AND account_id = ?
            GROUP BY 3, 4, 5, 6""";

    private Aggregates() {}

    private static String widths() {
        return Arrays.stream(Bucket.Width.values())
                .map(width -> "('" + width.name() + "', " + width.millis() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Counts a transaction that is new; one statement for all widths, since what a statement costs by itself is most of it. */
    static void add(Session session, Transaction t) throws SQLException {
        var values = new ArrayList<Object>();
        for (var bucket : Bucket.holding(t.occurredAt().start())) {
            Collections.addAll(
                    values,
                    t.identity().source(),
                    t.accountId(),
                    bucket.width().name(),
                    bucket.start(),
                    t.billed().currency().code(),
                    t.type().code(),
                    ExactSum.high(t.billed().minor()),
                    ExactSum.low(t.billed().minor()));
        }
        session.change(ADD, values.toArray());
    }

    /** From here on that account has them, of all that it did before as well; nothing changes where it has them. */
    static int begin(Session session, String source, String accountId) throws SQLException {
        var begins = session.change(
                "UPDATE accounts SET aggregated = 1 WHERE source = ? AND account_id = ? AND aggregated = 0",
                source,
                accountId);
        if (begins == 0) {
            return 0;
        }
        session.change("UPDATE account_entries SET indexed = 1 WHERE source = ? AND account_id = ?", source, accountId);
        return session.change(ADD_ALL, source, accountId);
    }
}
