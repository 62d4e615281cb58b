package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskAssessment;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** What {@code docs/costs.md} takes a transaction to fill in the table, and its assessment to write, counted in bytes. */
@Execution(CONCURRENT)
class CostOfKeepingTest {

    /** One a day: an account that is busier shares more of its counts, and fills less for each. */
    private static final int PAYMENTS = 30;

    /** DynamoDB adds so many to each item for its own index. */
    private static final int ITEM = 100;

    @Test
    void aPaymentOfAMonthFillsSoManyBytesAndItsAssessmentWritesSoManyUnits() {
        var dynamoDb = Emulator.clients().dynamoDb();
        var table = TransactionsTable.create(dynamoDb).name();
        var store = new DynamoDbTransactionStore(
                dynamoDb, table, () -> UUID.randomUUID().toString());
        var history = new DynamoDbAccountHistory(dynamoDb, table);
        var assessments =
                new DynamoDbAssessments(dynamoDb, table, () -> UUID.randomUUID().toString());
        var random = new Random(20_260_102);
        for (var i = 0; i < PAYMENTS; i++) {
            var transaction = Draft.of(new UUID(random.nextLong(), random.nextLong()).toString())
                    .at(Samples.OCCURRED.plus(Duration.ofMinutes(random.nextInt(43_200))))
                    .amount(1_000 + random.nextInt(9_000), "GBP")
                    .merchant("Corner Shop " + random.nextInt(20), Optional.of("GB"))
                    .transaction();
            var arrival = Samples.arrival(transaction);
            store.store(arrival);
            var context = ContextualEnrichment.of(transaction, history.of(transaction, Samples.STORED));
            var risk = RiskAssessment.of(transaction, arrival.enriched().reference(), context, RiskPolicy.standard());
            assertThat(assessments.write(transaction.identity(), new Assessment(context, risk), Samples.STORED))
                    .isEqualTo(new Assessing.Written());
        }

        var items = dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream()
                .toList();
        var bytes = MeteredDynamoDb.size(items) + ITEM * items.size();
        assertThat(bytes / PAYMENTS).isBetween(3_400, 3_500);
        assertThat(items.stream()
                        .filter(item -> item.get("sk").s().equals(TableKeys.TRANSACTION))
                        .map(item -> Math.ceilDiv(MeteredDynamoDb.size(List.of(item)), 1_024)))
                .hasSize(PAYMENTS)
                .containsOnly(2);
    }
}
