package dev.sluice.local.sqlite;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.TransactionStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps each transaction once in the file, with what it leaves in its account's history, and tells those of it who read what
 * is new, all in the same atomic step.
 */
public final class SqliteTransactionStore implements TransactionStore {

    /** How many transactions that are new may be read side by side; each transaction lies in one shard. */
    public static final int SHARDS = 16;

    private static final String COUNT = String.join(
            "\n",
            "INSERT INTO account_aggregates",
            "  (source, account_id, width, bucket_start_ms, currency, type, count, sum_high, sum_low) VALUES",
            String.join(", ", Collections.nCopies(Bucket.Width.values().length, "(?, ?, ?, ?, ?, ?, 1, ?, ?)")),
            "ON CONFLICT DO UPDATE SET " + ExactSum.ADD);

    private static final String SEEN =
            "INSERT INTO account_first_seen (source, account_id, kind, value, id) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";

    private static final String RETURN =
            "INSERT INTO returns (source, original_id, currency, count, sum_high, sum_low) VALUES (?, ?, ?, 1, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET " + ExactSum.ADD;

    private final Writer writer;
    private final List<String> readers;

    /**
     * A store in that file.
     *
     * @param readers names of the functions that read what is new
     */
    public SqliteTransactionStore(Writer writer, List<String> readers) {
        this.writer = writer;
        this.readers = List.copyOf(readers);
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
        // Given to it just now, by the only thread that writes.
        long row = session.row("SELECT last_insert_rowid()", found -> found.getLong(1))
                .orElseThrow();
        enter(session, transaction, arrival, row);
        count(session, transaction);
        for (var seen : Seen.in(transaction)) {
            see(session, transaction, seen);
        }
        if (transaction.type().namesOriginal() && transaction.originalId().isPresent()) {
            giveBack(session, transaction, transaction.originalId().get());
        }
        for (var reader : readers) {
            session.change(
                    "INSERT INTO stream_records (function, shard, transaction_row) VALUES (?, ?, ?)",
                    reader,
                    row % SHARDS,
                    row);
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

    private static Storing takenBy(Session session, Arrival arrival) throws SQLException {
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
        session.change(
                """
                INSERT INTO conflicts (source, id, fingerprint, received_at_ms, correlation_id)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                identity.source(),
                identity.id(),
                arrival.enriched().fingerprint(),
                arrival.receivedAt(),
                arrival.trace().correlationId());
        return new Storing.Conflict(stored);
    }

    private static void enter(Session session, Transaction t, Arrival arrival, long row) throws SQLException {
        var number = session.row("""
                        INSERT INTO accounts (source, account_id, transactions) VALUES (?, ?, 1)
                        ON CONFLICT DO UPDATE SET transactions = transactions + 1 RETURNING transactions""", found -> found.getLong(1), t.identity().source(), t.accountId())
                .orElseThrow();
        var rate = EffectiveRate.of(t);
        session.change(
                """
                INSERT INTO account_entries (source, account_id, occurred_at_ms, id, number, transaction_row, type,
                  billed_minor, billed_currency, likeness, pair, rate, stored_at_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                t.identity().source(),
                t.accountId(),
                t.occurredAt().start(),
                t.identity().id(),
                number,
                row,
                t.type().code(),
                t.billed().minor(),
                t.billed().currency().code(),
                Likeness.of(t).map(Likeness::key),
                rate.map(EffectiveRate::pair),
                rate.map(r -> r.rate().toPlainString()),
                arrival.storedAt());
    }

    private static void see(Session session, Transaction t, Seen seen) throws SQLException {
        session.change(
                SEEN,
                t.identity().source(),
                t.accountId(),
                seen.kind().name(),
                seen.value(),
                t.identity().id());
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

    /** One statement for all widths: what a statement costs by itself is a good part of what this one costs. */
    private static void count(Session session, Transaction t) throws SQLException {
        var values = new ArrayList<Object>();
        for (var bucket : Bucket.holding(t.occurredAt().start())) {
            values.addAll(List.of(
                    t.identity().source(),
                    t.accountId(),
                    bucket.width().name(),
                    bucket.start(),
                    t.billed().currency().code(),
                    t.type().code(),
                    ExactSum.high(t.billed().minor()),
                    ExactSum.low(t.billed().minor())));
        }
        session.change(COUNT, values.toArray());
    }
}
