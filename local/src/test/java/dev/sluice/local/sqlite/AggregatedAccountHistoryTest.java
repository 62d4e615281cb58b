package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.AccountHistory;

/** As where an account has more entries than are read one by one: windows come from aggregates, and are the same. */
class AggregatedAccountHistoryTest extends SqliteAccountHistoryTest {

    @Override
    protected AccountHistory history() {
        return new SqliteAccountHistory(database, 0);
    }
}
