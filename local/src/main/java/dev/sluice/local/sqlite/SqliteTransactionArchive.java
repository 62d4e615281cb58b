package dev.sluice.local.sqlite;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.StoredTransaction;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.TransactionArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers what is stored, from connections that only read. */
public final class SqliteTransactionArchive implements TransactionArchive {

    /** How many conflicts of one transaction are told; all are kept. */
    private static final int MOST_CONFLICTS = 100;

    private final Reader reader;

    public SqliteTransactionArchive(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<StoredTransaction> find(Identity identity) {
        return reader.read(session -> {
            var found = session.row("""
                    SELECT source, id, document, status, received_at_ms, stored_at_ms, correlation_id, trace_header, assessment
                    FROM transactions WHERE source = ? AND id = ?""", Found::read, identity.source(), identity.id());
            return found.isEmpty()
                    ? Optional.<StoredTransaction>empty()
                    : Optional.of(found.get().with(conflicts(session, found.get())));
        });
    }

    @Override
    public Page ofAccount(Listing listing) {
        return reader.read(session -> {
            // From the position of the page before, where there is one; ids are never empty, so "" is before them all.
            var from = listing.after().map(Position::occurredAt).orElse(listing.from());
            var afterId = listing.after().map(Position::id).orElse("");
            var found = session.rows(
                    """
                    SELECT t.source, t.id, t.document, t.status, t.received_at_ms, t.stored_at_ms, t.correlation_id,
                      t.trace_header, t.assessment
                    FROM account_entries e JOIN transactions t ON t.row = e.transaction_row
                    WHERE e.source = ? AND e.account_id = ? AND e.occurred_at_ms >= ? AND e.occurred_at_ms < ?
                      AND (e.occurred_at_ms, e.id) > (?, ?)
                    ORDER BY e.occurred_at_ms, e.id LIMIT ?""",
                    Found::read,
                    listing.source(),
                    listing.accountId(),
                    listing.from().isAfter(from) ? listing.from() : from,
                    listing.to(),
                    from,
                    afterId,
                    listing.limit() + 1);
            var more = found.size() > listing.limit();
            var page = new ArrayList<StoredTransaction>();
            for (var one : more ? found.subList(0, listing.limit()) : found) {
                page.add(one.with(conflicts(session, one)));
            }
            var last = more ? Optional.of(page.getLast()) : Optional.<StoredTransaction>empty();
            return new Page(
                    page,
                    last.map(s -> new Position(
                            s.enriched().transaction().occurredAt().start(),
                            s.enriched().transaction().identity().id())));
        });
    }

    private static List<RecordedConflict> conflicts(Session session, Found found) throws SQLException {
        return session.rows(
                """
                SELECT fingerprint, received_at_ms FROM conflicts WHERE source = ? AND id = ?
                ORDER BY received_at_ms, fingerprint LIMIT ?""",
                row -> new RecordedConflict(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                found.source,
                found.id,
                MOST_CONFLICTS);
    }

    /** One row, before its conflicts are known. */
    private record Found(
            String source,
            String id,
            String document,
            Status status,
            Instant receivedAt,
            Instant storedAt,
            Trace trace,
            Optional<String> assessment) {

        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Status.valueOf(row.getString(4)),
                    Instant.ofEpochMilli(row.getLong(5)),
                    Instant.ofEpochMilli(row.getLong(6)),
                    new Trace(row.getString(7), Optional.ofNullable(row.getString(8))),
                    Optional.ofNullable(row.getString(9)));
        }

        StoredTransaction with(List<RecordedConflict> conflicts) {
            return new StoredTransaction(
                    TransactionDocument.read(document),
                    status,
                    assessment.map(AssessmentJson::read),
                    receivedAt,
                    storedAt,
                    trace,
                    conflicts);
        }
    }
}
