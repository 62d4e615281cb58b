package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.handlers.aws.FaultyWire.Fault;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.AssessmentsContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds to the letter while requests are refused, requests and answers get lost, and transactions meet. */
@Execution(CONCURRENT)
class DynamoDbAssessmentsUnderFaultsTest extends AssessmentsContract {

    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED, Fault.FAILED, Fault.IN_THE_WAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.FAILED_AFTER);

    private String table;
    private FaultyWire wire;
    private TransactionStore store;
    private TransactionArchive archive;
    private Assessments assessments;

    @BeforeEach
    void create() {
        table = TransactionsTable.create(Emulator.clients().dynamoDb()).name();
        through(LostAnswers.seeded(20_260_104, FAULTS));
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
        archive = new DynamoDbTransactionArchive(dynamoDb, table);
        assessments =
                new DynamoDbAssessments(dynamoDb, table, () -> UUID.randomUUID().toString());
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
    protected Assessments assessments() {
        return assessments;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "FAILED", "IN_THE_WAY", "CUT_BEFORE", "CUT_AFTER", "FAILED_AFTER"})
    void oneFaultIsOvercomeWithinTheCallWhichKnowsItsOwnEffect(Fault fault) {
        var t = Samples.transaction("t-1");
        store.store(Samples.arrival(t));
        through(LostAnswers.first(fault));
        assertThat(assessments.write(t.identity(), Samples.assessment(90, true), Samples.STORED))
                .isEqualTo(new Assessing.Written());
        assertThat(wire.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_AFTER", "FAILED_AFTER"})
    void whatACallThatGaveUpLeftBehindWasWrittenBeforeToTheNextOne(Fault fault) {
        var t = Samples.transaction("t-1");
        store.store(Samples.arrival(t));
        var faults = new Fault[16];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults));
        assertThatThrownBy(() -> assessments.write(t.identity(), Samples.assessment(90, true), Samples.STORED))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("DynamoDB UpdateItem (assessment): ");
        assertThatThrownBy(() -> assessments.notified(t.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("DynamoDB UpdateItem (notified): ");

        assertThat(assessments.write(t.identity(), Samples.assessment(10, false), Samples.STORED))
                .isEqualTo(new Assessing.WrittenBefore(Samples.assessment(90, true)));
        assertThat(archive.find(t.identity()).orElseThrow().status()).isEqualTo(Status.NOTIFIED);
    }
}
