package dev.sluice.local.sqlite;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.AlertLedger;
import java.time.Instant;

/** Remembers in the file which alerts were published. */
public final class SqliteAlertLedger implements AlertLedger {

    private final Writer writer;

    public SqliteAlertLedger(Writer writer) {
        this.writer = writer;
    }

    /** Claims of a process that is gone are void: what they were for was published without being recorded, or not at all. */
    public void voidClaims() {
        writer.write(session ->
                session.change("UPDATE alert_ledger SET claimed_until_ms = 0 WHERE published_at_ms IS NULL"));
    }

    @Override
    public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
        return writer.write(session -> {
            var granted = session.change("""
                    INSERT INTO alert_ledger (alert_id, source, id, claimed_until_ms) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET claimed_until_ms = excluded.claimed_until_ms
                    WHERE published_at_ms IS NULL AND claimed_until_ms <= ?""", alertId, identity.source(), identity.id(), until, now);
            if (granted == 1) {
                return Claim.GRANTED;
            }
            var published = session.row(
                    "SELECT 1 FROM alert_ledger WHERE source = ? AND id = ? AND alert_id = ? AND published_at_ms IS NOT NULL",
                    row -> row.getInt(1),
                    identity.source(),
                    identity.id(),
                    alertId);
            return published.isPresent() ? Claim.PUBLISHED : Claim.HELD;
        });
    }

    @Override
    public void published(Identity identity, String alertId, Instant at) {
        writer.write(session -> session.change("""
                INSERT INTO alert_ledger (alert_id, source, id, claimed_until_ms, published_at_ms) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET published_at_ms = excluded.published_at_ms WHERE published_at_ms IS NULL""", alertId, identity.source(), identity.id(), at, at));
    }
}
