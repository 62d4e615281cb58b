package dev.sluice.local.sqlite;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.AccountHistory;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an account's history from the file, all of it as of one moment: aggregates, and of entries a stated number. */
public final class SqliteAccountHistory implements AccountHistory {

    /** Up to so many entries of its longest window, reading them costs less than looking up the aggregates of all windows. */
    private static final int FEW = 32;

    private final Reader reader;
    private final int few;

    public SqliteAccountHistory(Reader reader) {
        this(reader, FEW);
    }

    /** @param few up to so many entries windows are summed from those; with none, always from aggregates */
    SqliteAccountHistory(Reader reader, int few) {
        this.reader = reader;
        this.few = few;
    }

    @Override
    public AccountFacts of(Transaction transaction, Instant now) {
        return reader.readOneMoment(session -> new AccountFacts(
                new AsOf(count(session, transaction), now),
                TrailingWindows.of(session, transaction, few),
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
                row -> new Money(row.getLong(1), StoredCurrency.of(row.getString(2))),
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
}
