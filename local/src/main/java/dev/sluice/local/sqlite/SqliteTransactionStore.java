package dev.sluice.local.sqlite;

import dev.sluice.domain.history.Bucket;
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

/** Keeps each transaction once in the file, with its account's entry and aggregates in the same atomic step. */
public final class SqliteTransactionStore implements TransactionStore {

    /** Sums are kept in two limbs of this base, so that they stay exact beyond 64 bits and readable in decimal. */
    private static final long LIMB = 1_000_000_000_000_000_000L;

    private static final String COUNT = String.join(
            "\n",
            "INSERT INTO account_aggregates",
            "  (source, account_id, width, bucket_start_ms, currency, type, count, sum_high, sum_low) VALUES",
            String.join(", ", Collections.nCopies(Bucket.Width.values().length, "(?, ?, ?, ?, ?, ?, 1, ?, ?)")),
            "ON CONFLICT DO UPDATE SET",
            "  count = count + 1,",
            "  sum_high = sum_high + excluded.sum_high + (sum_low + excluded.sum_low) / 1000000000000000000,",
            "  sum_low = (sum_low + excluded.sum_low) % 1000000000000000000");

    private final Writer writer;

    public SqliteTransactionStore(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Storing store(Arrival arrival) {
        // Written out before the writer's turn: its thread is the one everybody waits for.
        var document = TransactionDocument.write(arrival.enriched());
        return writer.write(session -> store(session, arrival, document));
    }

    private static Storing store(Session session, Arrival arrival, String document) throws SQLException {
        var transaction = arrival.enriched().transaction();
        if (!insert(session, arrival, document)) {
            return takenBy(session, arrival);
        }
        enter(session, transaction, arrival);
        count(session, transaction);
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

    private static void enter(Session session, Transaction t, Arrival arrival) throws SQLException {
        session.change(
                """
                INSERT INTO account_entries (source, account_id, occurred_at_ms, id, transaction_row, type,
                  billed_minor, billed_currency, stored_at_ms)
                VALUES (?, ?, ?, ?, last_insert_rowid(), ?, ?, ?, ?)""",
                t.identity().source(),
                t.accountId(),
                t.occurredAt().start(),
                t.identity().id(),
                t.type().code(),
                t.billed().minor(),
                t.billed().currency().code(),
                arrival.storedAt());
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
                    t.billed().minor() / LIMB,
                    t.billed().minor() % LIMB));
        }
        session.change(COUNT, values.toArray());
    }
}
