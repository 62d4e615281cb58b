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

/**
 * Reads an account's history from the file, all of it as of one moment, by a bounded number of look-ups and entries: where it
 * finds more in a window, it has aggregates kept of that account from then on.
 */
public final class SqliteAccountHistory implements AccountHistory {

    /** So many entries are added up in the time that looking up the aggregates of all windows takes: some 70 µs in all. */
    private static final int FEW = 256;

    private static final String ALIKE = alike("", "");

    /** By the index of them, which SQLite left to itself takes for no better than the table. */
    private static final String INDEXED_ALIKE = alike(" INDEXED BY account_entries_alike", " AND indexed = 1");

    private final Database database;
    private final int few;

    public SqliteAccountHistory(Database database) {
        this(database, FEW);
    }

    /**
     * A history in that file.
     *
     * @param few an account with more entries in its longest window gets aggregates
     */
    public SqliteAccountHistory(Database database, int few) {
        this.database = database;
        this.few = few;
    }

    /**
     * What was read, and in how many entries.
     *
     * @param summed entries of the longest window that were added up one by one; none where aggregates were
     */
    private record Reading(AccountFacts facts, long summed) {}

    @Override
    public AccountFacts of(Transaction transaction, Instant now) {
        var reading = database.readOneMoment(session -> read(session, transaction, now));
        if (reading.summed > few) {
            // Merely tidy: what has no aggregates is read more slowly, and asks again.
            var account = transaction.accountId();
            database.writeSometime(
                    session -> Aggregates.begin(session, transaction.identity().source(), account));
        }
        return reading.facts;
    }

    private static Reading read(Session session, Transaction transaction, Instant now) throws SQLException {
        var account = account(session, transaction);
        var windows = TrailingWindows.of(session, transaction, account.aggregated());
        var facts = new AccountFacts(
                new AsOf(account.transactions(), now),
                windows,
                previous(session, transaction),
                firstSeen(session, transaction),
                alike(session, transaction, account.aggregated()),
                rates(session, transaction),
                original(session, transaction));
        return new Reading(facts, account.aggregated() ? 0 : TrailingWindows.entriesIn(windows));
    }

    private static Account account(Session session, Transaction t) throws SQLException {
        return session.row(
                        "SELECT " + Account.COLUMNS + " FROM accounts WHERE source = ? AND account_id = ?",
                        Account::read,
                        t.identity().source(),
                        t.accountId())
                .orElse(Account.NEW);
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

    private static String alike(String by, String which) {
        return "SELECT id FROM account_entries" + by + " WHERE source = ? AND account_id = ? AND likeness = ?"
                + " AND occurred_at_ms >= ? AND occurred_at_ms <= ?" + which
                + " ORDER BY occurred_at_ms, id LIMIT 2";
    }

    private static Optional<String> alike(Session session, Transaction t, boolean indexed) throws SQLException {
        var likeness = Likeness.of(t);
        if (likeness.isEmpty()) {
            return Optional.empty();
        }
        // Of two there, one is another than itself.
        return session
                .rows(
                        indexed ? INDEXED_ALIKE : ALIKE,
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
