package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertLedgerContract;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

class DynamoDbAlertLedgerTest extends AlertLedgerContract {

    private AlertLedger ledger;

    @BeforeEach
    void create() {
        var dynamoDb = Emulator.clients().dynamoDb();
        ledger = new DynamoDbAlertLedger(
                dynamoDb,
                TransactionsTable.create(dynamoDb).name(),
                () -> UUID.randomUUID().toString());
    }

    @Override
    protected AlertLedger ledger() {
        return ledger;
    }
}
