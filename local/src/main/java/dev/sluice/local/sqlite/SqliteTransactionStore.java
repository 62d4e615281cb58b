package dev.sluice.local.sqlite;

import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.TransactionStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps each transaction once in the file, with what it leaves in its account's history, and tells those of it who read what
 * is new, all in the same atomic step.
 */
public final class SqliteTransactionStore implements TransactionStore {

    /** How many transactions that are new may be read side by side; each transaction lies in one shard. */
    public static final int SHARDS = 256;

    /** By how many there are of them. */
    private static final List<String> SEEN = IntStream.rangeClosed(0, Seen.Kind.values().length)
            .mapToObj(count -> "INSERT INTO account_first_seen (source, account_id, kind, value, id) VALUES "
                    + String.join(", ", Collections.nCopies(count, "(?, ?, ?, ?, ?)")) + " ON CONFLICT DO NOTHING")
            .toList();

    /** The row is the transaction's, as below: tables without row numbers, written since, do not change which was the last. */
    private static final String RECORD = "INSERT INTO stream_records (function, shard, transaction_row)"
            + " VALUES (?, last_insert_rowid() % " + SHARDS + ", last_insert_rowid())";

    private static final String RETURN =
            "INSERT INTO returns (source, original_id, currency, count, sum_high, sum_low) VALUES (?, ?, ?, 1, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET " + ExactSum.ADD;

    private final Writer writer;
    private final List<String> readers;
    private final Optional<String> conflictsTo;

    /**
     * A store in that file that tells nobody of conflicts.
     *
     * @param readers names of the functions that read what is new
     */
    public SqliteTransactionStore(Writer writer, List<String> readers) {
        this(writer, readers, Optional.empty());
    }

    /**
     * A store in that file.
     *
     * @param readers names of the functions that read what is new
     * @param conflictsTo the queue that a conflict is told to in the very step that records it: whoever stores may die
     *     before it says so itself, and nobody may come back to what was never acknowledged
     */
    public SqliteTransactionStore(Writer writer, List<String> readers, Optional<String> conflictsTo) {
        this.writer = writer;
        this.readers = List.copyOf(readers);
        this.conflictsTo = conflictsTo;
    }

    @Override
    public Storing store(Arrival arrival) {
        // Written out before the writer's turn: its thread is the one everybody waits for.
        var document = TransactionDocument.write(arrival.enriched());
        return writer.write(session -> store(session, arrival, document));
    }

    private Storing store(Session session, Arrival arrival, String document) throws SQLException {
        var transaction = arrival.enriched().transaction();
        if (!insert(session, arrival, document)) {
            return takenBy(session, arrival);
        }
        var account = count(session, transaction);
        enter(session, transaction, arrival, account);
        if (account.aggregated()) {
            Aggregates.add(session, transaction);
        }
        see(session, transaction, Seen.in(transaction));
        if (transaction.type().namesOriginal() && transaction.originalId().isPresent()) {
            giveBack(session, transaction, transaction.originalId().get());
        }
        for (var reader : readers) {
            session.change(RECORD, reader);
        }
        return new Storing.Stored();
    }

    private static boolean insert(Session session, Arrival arrival, String document) throws SQLException {
        var t = arrival.enriched().transaction();
        var precision = switch (t.occurredAt()) {
            case OccurredAt.Moment ignored -> "moment";
            case OccurredAt.Day ignored -> "day";
        };
        return session.change(
                        """
                        INSERT INTO transactions (source, id, type, amount_minor, currency, billing_minor,
                          billing_currency, account_id, occurred_at_ms, precision, merchant, status, fingerprint,
                          received_at_ms, stored_at_ms, correlation_id, trace_header, document)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (source, id) DO NOTHING""",
                        t.identity().source(),
                        t.identity().id(),
                        t.type().code(),
                        t.amount().minor(),
                        t.amount().currency().code(),
                        t.billing().map(Money::minor),
                        t.billing().map(b -> b.currency().code()),
                        t.accountId(),
                        t.occurredAt().start(),
                        precision,
                        t.merchant().map(Merchant::name),
                        Status.RECEIVED.name(),
                        arrival.enriched().fingerprint(),
                        arrival.receivedAt(),
                        arrival.storedAt(),
                        arrival.trace().correlationId(),
                        arrival.trace().traceHeader(),
                        document)
                == 1;
    }

    private Storing takenBy(Session session, Arrival arrival) throws SQLException {
        var identity = arrival.enriched().transaction().identity();
        var stored = session.row(
                        "SELECT fingerprint FROM transactions WHERE source = ? AND id = ?",
                        row -> row.getString(1),
                        identity.source(),
                        identity.id())
                .orElseThrow();
        if (stored.equals(arrival.enriched().fingerprint())) {
            return new Storing.Duplicate();
        }
        var recorded = session.change(
                """
                INSERT INTO conflicts (source, id, fingerprint, received_at_ms, correlation_id)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                identity.source(),
                identity.id(),
                arrival.enriched().fingerprint(),
                arrival.receivedAt(),
                arrival.trace().correlationId());
        if (recorded == 1 && conflictsTo.isPresent()) {
            var body = NotificationJson.write(new Notification.Conflicting(
                    identity, arrival.enriched().fingerprint(), arrival.receivedAt(), arrival.trace()));
            SqliteNotificationQueue.insert(session, conflictsTo.get(), body, arrival.storedAt());
        }
        return new Storing.Conflict(stored);
    }

    /** Its account with this transaction. */
    private static Account count(Session session, Transaction t) throws SQLException {
        return session.row("""
                        INSERT INTO accounts (source, account_id, transactions, aggregated) VALUES (?, ?, 1, 0)
                        ON CONFLICT DO UPDATE SET transactions = transactions + 1
                        RETURNING
                        """ + Account.COLUMNS, Account::read, t.identity().source(), t.accountId())
                .orElseThrow();
    }

    /** The transaction's row was given to it just now, by the only thread that writes. */
    private static void enter(Session session, Transaction t, Arrival arrival, Account account) throws SQLException {
        var rate = EffectiveRate.of(t);
        session.change(
                """
                INSERT INTO account_entries (source, account_id, occurred_at_ms, id, number, transaction_row, type,
                  billed_minor, billed_currency, likeness, pair, rate, stored_at_ms, indexed)
                VALUES (?, ?, ?, ?, ?, last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?, ?)""",
                t.identity().source(),
                t.accountId(),
                t.occurredAt().start(),
                t.identity().id(),
                account.transactions(),
                t.type().code(),
                t.billed().minor(),
                t.billed().currency().code(),
                Likeness.of(t).map(Likeness::key),
                rate.map(EffectiveRate::pair),
                rate.map(r -> r.rate().toPlainString()),
                arrival.storedAt(),
                account.aggregated() ? 1 : 0);
    }

    private static void see(Session session, Transaction t, List<Seen> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        var values = new ArrayList<Object>();
        for (var seen : all) {
            values.addAll(List.of(
                    t.identity().source(),
                    t.accountId(),
                    seen.kind().name(),
                    seen.value(),
                    t.identity().id()));
        }
        session.change(SEEN.get(all.size()), values.toArray());
    }

    private static void giveBack(Session session, Transaction t, String originalId) throws SQLException {
        session.change(
                RETURN,
                t.identity().source(),
                originalId,
                t.amount().currency().code(),
                ExactSum.high(t.amount().minor()),
                ExactSum.low(t.amount().minor()));
    }
}
