package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.sqlite.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look says of what waits in great numbers. */
class LookTest {

    private final Database database = Database.inMemory();

    @AfterEach
    void close() {
        database.close();
    }

    private void store(int first, int last, String status) {
        database.write(session -> session.change("""
                WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                INSERT INTO transactions (source, id, type, amount_minor, currency, account_id, occurred_at_ms, precision,
                  status, fingerprint, received_at_ms, stored_at_ms, correlation_id, document)
                SELECT 'default', i, 'payment', 1, 'GBP', 'a', 0, 'moment', ?, '', 0, 0, '', '{}' FROM n""", first, last, status));
    }

    private Look look() {
        return database.read(Look::read);
    }

    @Test
    void nothingIsSeenWhereNothingIs() {
        assertThat(look().stored()).isZero();
        assertThat(look().assessed()).isZero();
    }

    @Test
    void whatIsStillToBeAssessedIsCounted() {
        store(1, 10, "ENRICHED");
        store(11, 13, "RECEIVED");
        store(14, 20, "FLAGGED");

        assertThat(look().assessed()).isEqualTo(17);
        assertThat(look().flagged()).isEqualTo(7);
    }

    @Test
    void muchThatIsStillToBeAssessedIsTakenForAllThatFollows() {
        store(1, 3, "RECEIVED");
        store(4, 1_000, "ENRICHED");
        store(1_001, 1_000 + 3 * Look.MOST_COUNTED, "RECEIVED");

        assertThat(look().assessed()).isEqualTo(997);
    }
}
