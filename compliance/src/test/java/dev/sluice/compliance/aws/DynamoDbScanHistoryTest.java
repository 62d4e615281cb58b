package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.port.ScanHistoryContract;
import org.junit.jupiter.api.BeforeEach;

class DynamoDbScanHistoryTest extends ScanHistoryContract {

    private ScanHistory history;

    @BeforeEach
    void create() {
        var dynamoDb = OnEmulator.clients().dynamoDb();
        history = new DynamoDbScanHistory(dynamoDb, OnEmulator.table(dynamoDb));
    }

    @Override
    protected ScanHistory history() {
        return history;
    }
}
