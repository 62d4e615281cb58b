package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAlertLedgerTest extends AlertLedgerContract {

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
    protected AlertLedger ledger() {
        return new SqliteAlertLedger(database);
    }
}
