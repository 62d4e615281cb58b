package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.AssessmentsContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoDbAssessmentsTest extends AssessmentsContract {

    private TransactionsTable table;
    private TransactionStore store;
    private TransactionArchive archive;
    private Assessments assessments;

    @BeforeEach
    void create() {
        var dynamoDb = Emulator.clients().dynamoDb();
        table = TransactionsTable.create(dynamoDb);
        store = new DynamoDbTransactionStore(
                dynamoDb, table.name(), () -> UUID.randomUUID().toString());
        archive = new DynamoDbTransactionArchive(dynamoDb, table.name());
        assessments = new DynamoDbAssessments(
                dynamoDb, table.name(), () -> UUID.randomUUID().toString());
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

    @Test
    void theIndexOfWhatNoEnricherHasSeenForgetsWhatIsAssessed() {
        store.store(Samples.arrival(Samples.transaction("t-1")));
        store.store(Samples.arrival(Samples.transaction("t-2")));
        assessments.write(Samples.transaction("t-1").identity(), Samples.assessment(10, false), Samples.STORED);
        assertThat(table.received()).isEqualTo(1);
    }

    @Test
    void whatIsNotStoredCannotBeAssessed() {
        var identity = Samples.transaction("t-1").identity();
        assertThatThrownBy(() -> assessments.write(identity, Samples.assessment(10, false), Samples.STORED))
                .isInstanceOf(IllegalStateException.class);
        assertThat(archive.find(identity)).isEmpty();
    }
}
