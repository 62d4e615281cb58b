package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@code docs/aws.md} says that one transaction costs, and that it does not grow with the account's history. */
@Execution(CONCURRENT)
class CostOfHistoryTest {

    private DynamoDbClient dynamoDb;
    private String table;

    @BeforeEach
    void create() {
        dynamoDb = Emulator.clients().dynamoDb();
        table = TransactionsTable.create(dynamoDb).name();
    }

    @Test
    void storingAndEnrichingMakeTheSameCallsForTheSameItemsWhateverTheHistory() {
        var first = store(Draft.of("t-first").amount(1_250, "EUR").billed(1_066, "GBP"));
        assertThat(first.metered.calls).containsExactly("TransactWriteItems");
        assertThat(first.metered.items).isEqualTo(11);
        assertThat(first.metered.units).isEqualTo(24);
        var nothingBefore = enriched(first.transaction);
        assertThat(nothingBefore.calls).containsExactly("TransactGetItems", "Query", "Query", "Query");
        assertThat(nothingBefore.items).isEqualTo(19 + 2 + 2 + 102);
        assertThat(nothingBefore.units).isEqualTo(2 * 19 + 1 + 1 + 1);

        thirtyBusyDays();

        var last = store(Draft.of("t-last").amount(1_250, "EUR").billed(1_066, "GBP"));
        assertThat(last.metered.calls).isEqualTo(first.metered.calls);
        assertThat(last.metered.items).isEqualTo(first.metered.items);
        // The counts of minutes, hours and days have grown by a kilobyte or two, and grow no further.
        assertThat(last.metered.units).isBetween(first.metered.units, first.metered.units + 8);
        var hundredsBefore = enriched(last.transaction);
        assertThat(hundredsBefore.calls).isEqualTo(nothingBefore.calls);
        assertThat(hundredsBefore.items).isEqualTo(nothingBefore.items);
        // All rates are there now; nothing else has grown by a unit.
        assertThat(hundredsBefore.units).isBetween(nothingBefore.units, nothingBefore.units + 3);
    }

    @Test
    void aPlainPaymentIsEnrichedByTwoQueriesAndARefundByTwoItemsMore() {
        var payment = store(Draft.of("t-1")).transaction();
        assertThat(enriched(payment).calls).containsExactly("TransactGetItems", "Query", "Query");
        assertThat(enriched(payment).units).isEqualTo(40);
        var refund =
                store(Draft.of("t-2").undoing("t-1", TransactionType.REFUND)).transaction();
        assertThat(enriched(refund).units).isEqualTo(44);
    }

    /** Some hundred transactions, most of them in the last hour, with all that a transaction can leave behind. */
    private void thirtyBusyDays() {
        var random = new Random(20_260_102);
        for (var i = 0; i < 240; i++) {
            var ago = i % 2 == 0
                    ? Duration.ofMillis(1 + random.nextInt(3_600_000))
                    : Duration.ofMinutes(1 + random.nextInt(43_000));
            store(Draft.of("t-" + i)
                    .at(Samples.OCCURRED.minus(ago))
                    .amount(1_000 + random.nextInt(300), "EUR")
                    .billed(1_000 + random.nextInt(100), "GBP")
                    .merchant("Shop " + random.nextInt(20), Optional.of(i % 3 == 0 ? "FR" : "GB")));
        }
    }

    private record Stored(Transaction transaction, MeteredDynamoDb metered) {}

    private Stored store(Draft draft) {
        var metered = new MeteredDynamoDb(dynamoDb);
        var transaction = draft.transaction();
        new DynamoDbTransactionStore(metered, table, () -> UUID.randomUUID().toString())
                .store(Samples.arrival(transaction));
        return new Stored(transaction, metered);
    }

    private MeteredDynamoDb enriched(Transaction transaction) {
        var metered = new MeteredDynamoDb(dynamoDb);
        new DynamoDbAccountHistory(metered, table).of(transaction, Samples.STORED);
        return metered;
    }
}
