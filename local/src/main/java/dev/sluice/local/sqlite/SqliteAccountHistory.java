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
 * finds more, it has aggregates kept of that account from then on.
 */
public final class SqliteAccountHistory implements AccountHistory {

    /** So many entries are added up in the time that looking up the aggregates of all windows takes: some 70 µs in all. */
    private static final int FEW = 256;

    /**
     * The first that is alike, and how many entries were looked through for it, up to one more than a few: those after it, which
     * are in none of its windows, must not become many unseen.
     */
    private static final String ALIKE = """
            SELECT
              (SELECT id FROM account_entries
               WHERE source = ?1 AND account_id = ?2 AND occurred_at_ms >= ?3 AND occurred_at_ms <= ?4
                 AND likeness = ?5 AND id <> ?6
               ORDER BY occurred_at_ms, id LIMIT 1),
              (SELECT count(*) FROM (SELECT 1 FROM account_entries
               WHERE source = ?1 AND account_id = ?2 AND occurred_at_ms >= ?3 AND occurred_at_ms <= ?4 LIMIT ?7))""";

    /** By the index of them, which SQLite left to itself takes for no better than the table. */
    private static final String INDEXED_ALIKE = """
            SELECT
              (SELECT id FROM account_entries INDEXED BY account_entries_alike
               WHERE source = ?1 AND account_id = ?2 AND occurred_at_ms >= ?3 AND occurred_at_ms <= ?4
                 AND likeness = ?5 AND id <> ?6 AND indexed = 1
               ORDER BY occurred_at_ms, id LIMIT 1),
              0 * ?7""";

    private final Database database;
    private final int few;

    public SqliteAccountHistory(Database database) {
        this(database, FEW);
    }

    /**
     * A history in that file.
     *
     * @param few an account of which more entries are looked through one by one gets aggregates
     */
    public SqliteAccountHistory(Database database, int few) {
        this.database = database;
        this.few = few;
    }

    /**
     * What was read, and in how many entries.
     *
     * @param oneByOne entries that were looked through one by one, for a window or for what is alike; none where the account has
     *     aggregates
     */
    private record Reading(AccountFacts facts, long oneByOne) {}

    @Override
    public AccountFacts of(Transaction transaction, Instant now) {
        var reading = database.readOneMoment(session -> read(session, transaction, now));
        if (reading.oneByOne > few) {
            // Merely tidy: what has no aggregates is read more slowly, and asks again.
            var account = transaction.accountId();
            database.writeSometime(
                    session -> Aggregates.begin(session, transaction.identity().source(), account));
        }
        return reading.facts;
    }

    private Reading read(Session session, Transaction transaction, Instant now) throws SQLException {
        var account = account(session, transaction);
        var windows = TrailingWindows.of(session, transaction, account.aggregated());
        var alike = alike(session, transaction, account.aggregated());
        var facts = new AccountFacts(
                new AsOf(account.transactions(), now),
                windows,
                previous(session, transaction),
                firstSeen(session, transaction),
                alike.id(),
                rates(session, transaction),
                original(session, transaction));
        var read = Math.max(TrailingWindows.entriesIn(windows), alike.entries());
        return new Reading(facts, account.aggregated() ? 0 : read);
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

    /**
     * What looks alike.
     *
     * @param id of the first one, if there is any
     * @param entries how many were looked through
     */
    private record Alike(Optional<String> id, long entries) {}

    private Alike alike(Session session, Transaction t, boolean indexed) throws SQLException {
        var likeness = Likeness.of(t);
        if (likeness.isEmpty()) {
            return new Alike(Optional.empty(), 0);
        }
        return session.row(
                        indexed ? INDEXED_ALIKE : ALIKE,
                        row -> new Alike(Optional.ofNullable(row.getString(1)), row.getLong(2)),
                        t.identity().source(),
                        t.accountId(),
                        likeness.get().from(),
                        likeness.get().to(),
                        likeness.get().key(),
                        t.identity().id(),
                        few + 1)
                .orElseThrow();
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
