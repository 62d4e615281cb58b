package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AccountHistoryContract;
import dev.sluice.handlers.port.TransactionStore;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

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
