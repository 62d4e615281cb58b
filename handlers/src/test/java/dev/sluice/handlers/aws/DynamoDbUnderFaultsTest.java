package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.handlers.aws.FaultyWire.Fault;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionStoreContract;
import dev.sluice.handlers.port.Unavailable;
import java.time.Duration;
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
class DynamoDbUnderFaultsTest extends TransactionStoreContract {

    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED, Fault.FAILED, Fault.IN_THE_WAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.FAILED_AFTER);

    private TransactionsTable table;
    private FaultyWire wire;
    private TransactionStore store;
    private TransactionArchive archive;

    @BeforeEach
    void create() {
        table = TransactionsTable.create(Emulator.clients().dynamoDb());
        through(LostAnswers.seeded(20_260_102, FAULTS), LostAnswers.PATIENT);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private void through(FaultyWire.Plan plan, Clients.Limits limits) {
        if (wire != null) {
            wire.close();
        }
        wire = new FaultyWire(Emulator.url(), plan);
        var dynamoDb = Emulator.clients(wire.url(), limits).dynamoDb();
        store = new DynamoDbTransactionStore(
                dynamoDb, table.name(), () -> UUID.randomUUID().toString());
        archive = new DynamoDbTransactionArchive(dynamoDb, table.name());
    }

    @Override
    protected TransactionStore store() {
        return store;
    }

    @Override
    protected TransactionArchive archive() {
        return archive;
    }

    @Override
    protected List<String> history(String source, String accountId) {
        return table.history(source, accountId);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void oneFaultIsOvercomeWithinTheCallWhichKnowsItsOwnEffect(Fault fault) {
        through(
                LostAnswers.first(fault),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(60)));
        var t = Samples.transaction("t-1");
        assertThat(store.store(Samples.arrival(t))).isEqualTo(new Storing.Stored());
        assertThat(wire.requests()).isEqualTo(fault == Fault.NONE ? 1 : 2);
        assertThat(history("default", "account-1"))
                .hasSize(6)
                .contains("DAY 2026-01-02T00:00:00.000Z GBP payment 1 1234");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_AFTER", "FAILED_AFTER"})
    void whatACallThatGaveUpLeftBehindIsADuplicateToTheNextOne(Fault fault) {
        var faults = new Fault[8];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults), LostAnswers.PATIENT);
        var t = Samples.transaction("t-1");
        assertThatThrownBy(() -> store.store(Samples.arrival(t))).isInstanceOf(Unavailable.class);
        assertThat(wire.requests()).isEqualTo(8);

        assertThat(store.store(Samples.arrival(t))).isEqualTo(new Storing.Duplicate());
        assertThat(history("default", "account-1"))
                .hasSize(6)
                .contains("DAY 2026-01-02T00:00:00.000Z GBP payment 1 1234");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "FAILED", "IN_THE_WAY", "CUT_BEFORE"})
    void aCallThatGaveUpBeforeAnyEffectLeftNothingBehind(Fault fault) {
        var faults = new Fault[8];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults), LostAnswers.PATIENT);
        var t = Samples.transaction("t-1");
        assertThatThrownBy(() -> store.store(Samples.arrival(t)))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("DynamoDB TransactWriteItems: ")
                .hasMessageNotContaining("on purpose");
        assertThat(archive.find(t.identity())).isEmpty();
        assertThat(history("default", "account-1")).isEmpty();

        assertThat(store.store(Samples.arrival(t))).isEqualTo(new Storing.Stored());
    }

    @Test
    void aConflictWhoseAnswerGotLostIsRecordedOnce() {
        // Refused by the condition, then recorded, whose answer gets lost, then refused as recorded already.
        through(LostAnswers.first(Fault.NONE, Fault.NONE, Fault.CUT_AFTER), LostAnswers.PATIENT);
        var t = Samples.transaction("t-1");
        var other = Samples.transaction(t.identity(), "account-1", Samples.OCCURRED, 9_999);
        store.store(Samples.arrival(t));
        assertThat(store.store(Samples.arrival(other))).isInstanceOf(Storing.Conflict.class);
        assertThat(archive.find(t.identity()).orElseThrow().conflicts()).hasSize(1);
    }

    @Test
    void aTableThatIsNotThereIsUnavailableByItsCode() {
        var elsewhere = new DynamoDbTransactionStore(
                Emulator.clients().dynamoDb(),
                "no-such-table",
                () -> UUID.randomUUID().toString());
        assertThatThrownBy(() -> elsewhere.store(Samples.arrival(Samples.transaction("t-1"))))
                .isInstanceOf(Unavailable.class)
                .hasMessage("DynamoDB TransactWriteItems: ResourceNotFoundException (400)");
    }
}
