package dev.sluice.local.sqlite;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.Stretches;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account did in the windows that end with a transaction, by currency: from its entries where they are few, else
 * from a bounded number of aggregates. Both are written in one step and give the same.
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

    private static final Duration LONGEST = Arrays.stream(Window.values())
            .map(Window::length)
            .max(Duration::compareTo)
            .orElseThrow();

    private TrailingWindows() {}

    /** @param few up to so many entries are read themselves */
    static Map<Window, List<Activity>> of(Session session, Transaction transaction, int few) throws SQLException {
        var entries = entries(session, transaction, few + 1);
        return entries.size() <= few
                ? summed(entries, transaction.occurredAt().start())
                : addedUp(session, transaction);
    }

    /** One transaction, as its account's history has it. */
    private record Entry(Instant occurredAt, Money billed) {}

    /** Those of the longest window, but no more than so many. */
    private static List<Entry> entries(Session session, Transaction t, int most) throws SQLException {
        return session.rows(
                """
                SELECT occurred_at_ms, billed_minor, billed_currency FROM account_entries
                WHERE source = ? AND account_id = ? AND occurred_at_ms > ? AND occurred_at_ms <= ? LIMIT ?""",
                row -> new Entry(
                        Instant.ofEpochMilli(row.getLong(1)), new Money(row.getLong(2), currency(row.getString(3)))),
                t.identity().source(),
                t.accountId(),
                t.occurredAt().start().minus(LONGEST),
                t.occurredAt().start(),
                most);
    }

    private static Map<Window, List<Activity>> summed(List<Entry> entries, Instant end) {
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        for (var window : Window.values()) {
            // To the millisecond, as the file keeps them.
            var after = Instant.ofEpochMilli(end.minus(window.length()).toEpochMilli());
            var sums = new TreeMap<String, Activity>();
            for (var entry : entries) {
                if (entry.occurredAt.isAfter(after)) {
                    var one =
                            new Activity(1, Total.zero(entry.billed.currency()).plus(entry.billed));
                    sums.merge(entry.billed.currency().code(), one, TrailingWindows::plus);
                }
            }
            windows.put(window, List.copyOf(sums.values()));
        }
        return windows;
    }

    /** Each window holds the one before it, so only the part that it adds to that is read. */
    private static Map<Window, List<Activity>> addedUp(Session session, Transaction t) throws SQLException {
        record Added(String part, Activity activity) {}
        var added = session.rows(
                ADDED_UP,
                row -> new Added(
                        row.getString(1),
                        new Activity(row.getLong(3), new Total(ExactSum.read(row, 4), currency(row.getString(2))))),
                stretches(t).toArray());
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

    private static Currency currency(String code) {
        return Currency.of(code)
                .orElseThrow(() -> new IllegalStateException("the file holds an amount in no currency: " + code));
    }
}
