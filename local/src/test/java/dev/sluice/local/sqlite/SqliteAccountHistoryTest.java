package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AccountHistoryContract;
import dev.sluice.handlers.port.TransactionStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountHistoryTest extends AccountHistoryContract {

    @TempDir
    Path folder;

    protected Database database;

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
        return new SqliteAccountHistory(database);
    }
}
