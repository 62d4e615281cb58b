package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionStoreContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

@Execution(CONCURRENT)
class DynamoDbTransactionStoreTest extends TransactionStoreContract {

    private TransactionsTable table;
    private TransactionStore store;
    private TransactionArchive archive;

    @BeforeEach
    void create() {
        var dynamoDb = Emulator.clients().dynamoDb();
        table = TransactionsTable.create(dynamoDb);
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

    @Test
    void theSparseIndexFindsEachTransactionThatNoEnricherHasSeen() {
        store.store(Samples.arrival(Samples.transaction("t-1")));
        store.store(Samples.arrival(Samples.transaction("t-1")));
        store.store(Samples.arrival(Samples.transaction("t-2")));
        assertThat(table.received()).isEqualTo(2);
    }

    @Test
    void anAccountNamedLikeAnotherPartitionDisturbsNothing() {
        for (var account : List.of("default#t-1", "account#default#a", "#", "a#b")) {
            var t = Samples.transaction(
                    new Identity("default", "id-of-" + account.hashCode()), account, Samples.OCCURRED, 100);
            store.store(Samples.arrival(t));
            assertThat(archive.find(t.identity()).orElseThrow().enriched()).isEqualTo(Samples.enriched(t));
            assertThat(table.history("default", account)).hasSize(6);
        }
        assertThat(archive.find(new Identity("default", "t-1"))).isEmpty();
    }
}
