package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.handlers.aws.FaultyWire.Fault;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AccountHistoryContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds to the letter while requests are refused, requests and answers get lost, and transactions meet. */
@Execution(CONCURRENT)
class DynamoDbHistoryUnderFaultsTest extends AccountHistoryContract {

    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED, Fault.FAILED, Fault.IN_THE_WAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.FAILED_AFTER);

    private String table;
    private FaultyWire wire;
    private TransactionStore store;
    private AccountHistory history;

    @BeforeEach
    void create() {
        table = TransactionsTable.create(Emulator.clients().dynamoDb()).name();
        through(LostAnswers.seeded(20_260_103, FAULTS));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private void through(FaultyWire.Plan plan) {
        if (wire != null) {
            wire.close();
        }
        wire = new FaultyWire(Emulator.url(), plan);
        var dynamoDb = Emulator.clients(wire.url(), LostAnswers.PATIENT).dynamoDb();
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

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "FAILED", "IN_THE_WAY", "CUT_BEFORE"})
    void whatIsInTheWayForLongerThanEightAttemptsMakesItUnavailable(Fault fault) {
        var t = Samples.transaction("t-1");
        store.store(Samples.arrival(t));
        var faults = new Fault[8];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults));

        assertThatThrownBy(() -> history.of(t, Samples.STORED))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("DynamoDB read of an account's history: ")
                .hasMessageNotContaining("on purpose");
        assertThat(wire.requests()).isEqualTo(8);
        assertThat(history.of(t, Samples.STORED).asOf().transactions()).isEqualTo(1);
    }

    @Test
    void aTableThatIsNotThereIsUnavailableByItsCode() {
        var elsewhere = new DynamoDbAccountHistory(Emulator.clients().dynamoDb(), "no-such-table");
        assertThatThrownBy(() -> elsewhere.of(Samples.transaction("t-1"), Samples.STORED))
                .isInstanceOf(Unavailable.class)
                .hasMessage("DynamoDB read of an account's history: ResourceNotFoundException (400)");
    }
}
