package dev.sluice.local.sqlite;

import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.AssessmentsContract;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAssessmentsTest extends AssessmentsContract {

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
    protected TransactionArchive archive() {
        return new SqliteTransactionArchive(database);
    }

    @Override
    protected Assessments assessments() {
        return new SqliteAssessments(database);
    }
}
