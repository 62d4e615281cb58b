package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.TransactionStore;

/** As where an account has had more entries in a window than are read one by one: windows come from aggregates. */
class AggregatedAccountHistoryTest extends SqliteAccountHistoryTest {

    @Override
    protected TransactionStore store() {
        var store = super.store();
        return arrival -> {
            var storing = store.store(arrival);
            // From the first one on; those after it are added as they are stored.
            var transaction = arrival.enriched().transaction();
            database.write(
                    session -> Aggregates.begin(session, transaction.identity().source(), transaction.accountId()));
            return storing;
        };
    }
}
