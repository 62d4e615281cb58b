package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AccountHistoryContract;
import dev.sluice.handlers.port.TransactionStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** As where an account has more entries than are read one by one: windows come from aggregates, and are the same. */
class AggregatedAccountHistoryTest extends AccountHistoryContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TransactionStore store() {
        return new SqliteTransactionStore(database, List.of());
    }

    @Override
    protected AccountHistory history() {
        return new SqliteAccountHistory(database, 0);
    }
}
