package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.FindingStoreContract;
import org.junit.jupiter.api.BeforeEach;

class DynamoDbFindingStoreTest extends FindingStoreContract {

    private FindingStore store;

    @BeforeEach
    void create() {
        var dynamoDb = OnEmulator.clients().dynamoDb();
        store = new DynamoDbFindingStore(dynamoDb, OnEmulator.table(dynamoDb));
    }

    @Override
    protected FindingStore store() {
        return store;
    }
}
