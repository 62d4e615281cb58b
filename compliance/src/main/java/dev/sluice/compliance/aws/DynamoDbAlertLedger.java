package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.AlertLedger;
import java.time.Instant;
import java.util.function.Supplier;

/** Keeps an item for each alert: until when it is held, by which call, and when it was published. */
final class DynamoDbAlertLedger implements AlertLedger {

    private final Claims claims;
    private final Supplier<String> calls;

    /**
     * A ledger in a table.
     *
     * @param calls names each call, at most 36 characters, none like another
     */
    DynamoDbAlertLedger(Claims claims, Supplier<String> calls) {
        this.claims = claims;
        this.calls = calls;
    }

    @Override
    public boolean isPublished(String alertId) {
        return claims.isDone(FindingsTable.ALERT, alertId);
    }

    @Override
    public boolean claim(String alertId, Instant now, Instant until) {
        return claims.take(FindingsTable.ALERT, alertId, calls.get(), now, until);
    }

    @Override
    public void published(String alertId, Instant at) {
        claims.done(FindingsTable.ALERT, alertId, at);
    }
}
