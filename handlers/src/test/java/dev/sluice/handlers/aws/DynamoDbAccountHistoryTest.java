package dev.sluice.handlers.aws;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AccountHistoryContract;
import dev.sluice.handlers.port.TransactionStore;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;

@Execution(CONCURRENT)
class DynamoDbAccountHistoryTest extends AccountHistoryContract {

    private TransactionStore store;
    private AccountHistory history;

    @BeforeEach
    void create() {
        var dynamoDb = Emulator.clients().dynamoDb();
        var table = TransactionsTable.create(dynamoDb).name();
        store = new DynamoDbTransactionStore(
                dynamoDb, table, () -> UUID.randomUUID().toString());
        history = new DynamoDbAccountHistory(dynamoDb, table);
    }

    @Override
    protected TransactionStore store() {
        return store;
    }

    @Override
    protected AccountHistory history() {
        return history;
    }
}
