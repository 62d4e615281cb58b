package dev.sluice.local.sqlite;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Stretches;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.AccountHistory;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads an account's history from the file, all of it as of one moment: aggregates, and of entries a stated number. */
public final class SqliteAccountHistory implements AccountHistory {

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

    private final Reader reader;

    public SqliteAccountHistory(Reader reader) {
        this.reader = reader;
    }

    @Override
    public AccountFacts of(Transaction transaction, Instant now) {
        return reader.readOneMoment(session -> new AccountFacts(
                new AsOf(count(session, transaction), now),
                windows(session, transaction),
                previous(session, transaction),
                firstSeen(session, transaction),
                alike(session, transaction),
                rates(session, transaction),
                original(session, transaction)));
    }

    private static long count(Session session, Transaction t) throws SQLException {
        return session.row(
                        "SELECT transactions FROM accounts WHERE source = ? AND account_id = ?",
                        row -> row.getLong(1),
                        t.identity().source(),
                        t.accountId())
                .orElse(0L);
    }

    /** Each window holds the one before it, so only the part that it adds to that is read. */
    private static Map<Window, List<Activity>> windows(Session session, Transaction t) throws SQLException {
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
                    soFar.merge(one.activity.sum().currency().code(), one.activity, SqliteAccountHistory::plus);
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

    private static Optional<Instant> previous(Session session, Transaction t) throws SQLException {
        return session.row(
                """
                SELECT occurred_at_ms FROM account_entries
                WHERE source = ? AND account_id = ? AND (occurred_at_ms, id) < (?, ?)
                ORDER BY occurred_at_ms DESC, id DESC LIMIT 1""",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                t.identity().source(),
                t.accountId(),
                t.occurredAt().start(),
                t.identity().id());
    }

    private static Set<Seen.Kind> firstSeen(Session session, Transaction t) throws SQLException {
        var first = EnumSet.noneOf(Seen.Kind.class);
        for (var seen : Seen.in(t)) {
            var id = session.row(
                    """
                    SELECT id FROM account_first_seen
                    WHERE source = ? AND account_id = ? AND kind = ? AND value = ?""",
                    row -> row.getString(1),
                    t.identity().source(),
                    t.accountId(),
                    seen.kind().name(),
                    seen.value());
            if (id.filter(t.identity().id()::equals).isPresent()) {
                first.add(seen.kind());
            }
        }
        return first;
    }

    private static Optional<String> alike(Session session, Transaction t) throws SQLException {
        var likeness = Likeness.of(t);
        if (likeness.isEmpty()) {
            return Optional.empty();
        }
        // Of two there, one is another than itself.
        return session
                .rows(
                        """
                        SELECT id FROM account_entries
                        WHERE source = ? AND account_id = ? AND likeness = ?
                          AND occurred_at_ms >= ? AND occurred_at_ms <= ?
                        ORDER BY occurred_at_ms, id LIMIT 2""",
                        row -> row.getString(1),
                        t.identity().source(),
                        t.accountId(),
                        likeness.get().key(),
                        likeness.get().from(),
                        likeness.get().to())
                .stream()
                .filter(id -> !id.equals(t.identity().id()))
                .findFirst();
    }

    private static List<BigDecimal> rates(Session session, Transaction t) throws SQLException {
        var rate = EffectiveRate.of(t);
        if (rate.isEmpty()) {
            return List.of();
        }
        return session.rows(
                """
                SELECT rate FROM account_entries
                WHERE source = ? AND account_id = ? AND pair = ? AND (occurred_at_ms, id) < (?, ?)
                ORDER BY occurred_at_ms DESC, id DESC LIMIT ?""",
                row -> new BigDecimal(row.getString(1)),
                t.identity().source(),
                t.accountId(),
                rate.get().pair(),
                t.occurredAt().start(),
                t.identity().id(),
                AccountFacts.MOST_RATES);
    }

    private static Optional<Original> original(Session session, Transaction t) throws SQLException {
        if (!t.type().namesOriginal() || t.originalId().isEmpty()) {
            return Optional.empty();
        }
        var amount = session.row(
                "SELECT amount_minor, currency FROM transactions WHERE source = ? AND id = ?",
                row -> new Money(row.getLong(1), currency(row.getString(2))),
                t.identity().source(),
                t.originalId().get());
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        var currency = amount.get().currency();
        var returned = new ArrayList<>(session.rows(
                "SELECT " + ExactSum.COLUMNS + " FROM returns WHERE source = ? AND original_id = ? AND currency = ?",
                row -> new Total(ExactSum.read(row, 1), currency),
                t.identity().source(),
                t.originalId().get(),
                currency.code()));
        return Optional.of(new Original(amount.get(), returned.getFirst()));
    }

    private static Currency currency(String code) {
        return Currency.of(code)
                .orElseThrow(() -> new IllegalStateException("the file holds an amount in no currency: " + code));
    }
}
