package dev.sluice.local.sqlite;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.Stretches;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an account did in the windows that end with a transaction, by currency: from its entries, or where it
 * has them from a bounded number of aggregates. An entry and what it adds to them are written in one step: both give the same.
 */
final class TrailingWindows {

    /** As many as all windows together are cut into at most: nine each. */
    private static final int MOST_STRETCHES = 9 * Window.values().length;

    /**
     * Adds up all stretches in one statement: what a statement costs by itself is most of what so small a sum costs. The
     * stretches come first, so that each is looked up in the table's key; those that are not needed are empty.
     */
    private static final String ADDED_UP = "WITH stretches (part, width, from_ms, to_ms) AS (VALUES "
            + String.join(", ", Collections.nCopies(MOST_STRETCHES, "(?, ?, ?, ?)"))
            + ") SELECT part, currency, sum(count), " + ExactSum.COLUMNS
            + " FROM stretches CROSS JOIN account_aggregates a"
            + " WHERE a.source = ? AND a.account_id = ? AND a.width = stretches.width"
            + " AND a.bucket_start_ms >= from_ms AND a.bucket_start_ms < to_ms GROUP BY part, currency";

    private static final Window LONGEST = Arrays.stream(Window.values())
            .max(Comparator.comparing(Window::length))
            .orElseThrow();

    /** Each entry counts for the shortest window that holds it; the moments where windows begin come first, the longest last. */
    private static final String SUMMED = "SELECT CASE"
            + Arrays.stream(Window.values())
                    .filter(window -> window != LONGEST)
                    .map(window -> " WHEN occurred_at_ms > ? THEN '" + window.code() + "'")
                    .collect(Collectors.joining())
            + " ELSE '" + LONGEST.code() + "' END AS part, billed_currency, count(*), "
            + ExactSum.columnsOf("billed_minor")
            + " FROM account_entries WHERE occurred_at_ms > ? AND occurred_at_ms <= ?"
            + " AND source = ? AND account_id = ? GROUP BY part, billed_currency";

    private TrailingWindows() {}

    /** @param aggregated whether the account has aggregates; where it has none, its entries are added up one by one */
    static Map<Window, List<Activity>> of(Session session, Transaction transaction, boolean aggregated)
            throws SQLException {
        return windows(aggregated ? addedUp(session, transaction) : summed(session, transaction));
    }

    /** How many transactions the longest window holds. */
    static long entriesIn(Map<Window, List<Activity>> windows) {
        return windows.getOrDefault(LONGEST, List.of()).stream()
                .mapToLong(Activity::count)
                .sum();
    }

    /**
     * What a window adds to the one before it, which it holds.
     *
     * @param part the window's code
     */
    private record Added(String part, Activity activity) {}

    private static Added added(ResultSet row) throws SQLException {
        return new Added(
                row.getString(1),
                new Activity(row.getLong(3), new Total(ExactSum.read(row, 4), StoredCurrency.of(row.getString(2)))));
    }

    private static List<Added> summed(Session session, Transaction t) throws SQLException {
        var end = t.occurredAt().start();
        var values = new ArrayList<>();
        for (var window : Window.values()) {
            values.add(end.minus(window.length()));
        }
        values.addAll(List.of(end, t.identity().source(), t.accountId()));
        return session.rows(SUMMED, TrailingWindows::added, values.toArray());
    }

    private static List<Added> addedUp(Session session, Transaction t) throws SQLException {
        return session.rows(ADDED_UP, TrailingWindows::added, stretches(t).toArray());
    }

    private static Map<Window, List<Activity>> windows(List<Added> added) {
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        var soFar = new TreeMap<String, Activity>();
        for (var window : Window.values()) {
            for (var one : added) {
                if (one.part.equals(window.code())) {
                    soFar.merge(one.activity.sum().currency().code(), one.activity, TrailingWindows::plus);
                }
            }
            windows.put(window, List.copyOf(soFar.values()));
        }
        return windows;
    }

    private static Activity plus(Activity one, Activity other) {
        return new Activity(one.count() + other.count(), one.sum().plus(other.sum()));
    }

    /** What the statement is told: each stretch with the window that it is new in, empty ones behind them, the account. */
    private static List<Object> stretches(Transaction t) {
        var values = new ArrayList<>();
        var end = t.occurredAt().start();
        var upTo = end;
        var count = 0;
        for (var window : Window.values()) {
            var after = end.minus(window.length());
            for (var stretch : Stretches.of(after, upTo)) {
                values.addAll(List.of(window.code(), stretch.width().name(), stretch.from(), stretch.to()));
                count++;
            }
            upTo = after;
        }
        for (; count < MOST_STRETCHES; count++) {
            values.addAll(List.of("", "", Instant.EPOCH, Instant.EPOCH));
        }
        values.addAll(List.of(t.identity().source(), t.accountId()));
        return values;
    }
}
