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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads an account's history from the file, all of it as of one moment: aggregates, and of entries a stated number. */
public final class SqliteAccountHistory implements AccountHistory {

    private static final String ADDED_UP = "SELECT currency, sum(count), " + ExactSum.COLUMNS
            + " FROM account_aggregates WHERE source = ? AND account_id = ? AND width = ?"
            + " AND bucket_start_ms >= ? AND bucket_start_ms < ? GROUP BY currency";

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

    /** Each window holds the one before it, so only what it adds to that is read. */
    private static Map<Window, List<Activity>> windows(Session session, Transaction t) throws SQLException {
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        var soFar = new TreeMap<String, Activity>();
        var end = t.occurredAt().start();
        var upTo = end;
        for (var window : Window.values()) {
            var after = end.minus(window.length());
            for (var stretch : Stretches.of(after, upTo)) {
                for (var activity : session.rows(
                        ADDED_UP,
                        row -> new Activity(
                                row.getLong(2), new Total(ExactSum.read(row, 3), currency(row.getString(1)))),
                        t.identity().source(),
                        t.accountId(),
                        stretch.width().name(),
                        stretch.from(),
                        stretch.to())) {
                    soFar.merge(
                            activity.sum().currency().code(),
                            activity,
                            (one, other) -> new Activity(
                                    one.count() + other.count(), one.sum().plus(other.sum())));
                }
            }
            windows.put(window, List.copyOf(soFar.values()));
            upTo = after;
        }
        return windows;
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
