package dev.sluice.integration.kill;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of {@code transactions}, as far as it is checked.
 *
 * @param billedMinor the billing side, or the own side where there is none
 */
record Stored(
        String source,
        String id,
        String type,
        long amountMinor,
        String currency,
        long billedMinor,
        String billedCurrency,
        String accountId,
        long occurredAtMs,
        String fingerprint) {

    static final String QUERY = """
            SELECT source, id, type, amount_minor, currency, coalesce(billing_minor, amount_minor),
              coalesce(billing_currency, currency), account_id, occurred_at_ms, fingerprint
            FROM transactions NOT INDEXED ORDER BY row""";

    static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getString(10));
    }

    /** Source and id in one: what may be there once. */
    String identity() {
        return source + "/" + id;
    }

    /** Short: findings tell which row, not all of it. */
    @Override
    public String toString() {
        return identity();
    }
}
