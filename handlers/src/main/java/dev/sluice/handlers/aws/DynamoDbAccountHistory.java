package dev.sluice.handlers.aws;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.AccountHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

/**
 * Reads an account's history at a cost that does not grow with it: one transaction that gets at most
 * {@value MomentOfHistory#MOST_ITEMS} items, and at most three consistent queries of at most 2, 2 and 102 small ones.
 */
final class DynamoDbAccountHistory implements AccountHistory {

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbAccountHistory(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public AccountFacts of(Transaction transaction, Instant now) {
        try {
            var moment = moment(transaction);
            return new AccountFacts(
                    moment.asOf(now),
                    moment.windows(),
                    previousAt(transaction),
                    moment.firstSeen(),
                    alike(transaction),
                    rates(transaction),
                    moment.original());
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB read of an account's history", e);
        }
    }

    /** All or none: DynamoDB refuses while one of the items is being written, and the client asks again. */
    private MomentOfHistory moment(Transaction transaction) {
        var keys = MomentOfHistory.keys(transaction);
        var gets = keys.stream()
                .map(key -> TransactGetItem.builder()
                        .get(Get.builder().tableName(table).key(key).build())
                        .build())
                .toList();
        var answers = dynamoDb.transactGetItems(request -> request.transactItems(gets))
                .responses();
        var items = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        for (var i = 0; i < keys.size(); i++) {
            items.put(keys.get(i), answers.get(i).item());
        }
        return new MomentOfHistory(transaction, items);
    }

    private Optional<Instant> previousAt(Transaction transaction) {
        var itself = TableKeys.entry(
                transaction.occurredAt().start(), transaction.identity().id());
        return others(transaction, TableKeys.ENTRY, itself, itself, false, 1)
                .map(item -> TableKeys.timeIn(TransactionItem.text(item, TableKeys.SORT)))
                .findFirst();
    }

    private Optional<String> alike(Transaction transaction) {
        return Likeness.of(transaction).flatMap(likeness -> {
            var itself = TableKeys.alike(
                    likeness.key(),
                    transaction.occurredAt().start(),
                    transaction.identity().id());
            var from = TableKeys.alikeFrom(likeness.key(), likeness.from());
            var to = TableKeys.alikeTo(likeness.key(), likeness.to());
            return others(transaction, from, to, itself, true, 1)
                    .map(item -> TableKeys.idIn(TransactionItem.text(item, TableKeys.SORT)))
                    .findFirst();
        });
    }

    private List<BigDecimal> rates(Transaction transaction) {
        return EffectiveRate.of(transaction)
                .map(EffectiveRate::pair)
                .map(pair -> {
                    var itself = TableKeys.rate(
                            pair,
                            transaction.occurredAt().start(),
                            transaction.identity().id());
                    return others(transaction, TableKeys.ratesOf(pair), itself, itself, false, AccountFacts.MOST_RATES)
                            .map(item -> new BigDecimal(TransactionItem.text(item, AccountItems.RATE)))
                            .toList();
                })
                .orElse(List.of());
    }

    /** The items of its account from one sort key to another, both included, but for its own; as many as wanted. */
    private Stream<Map<String, AttributeValue>> others(
            Transaction transaction, String from, String to, String itself, boolean forward, int wanted) {
        var partition = TableKeys.partitionOfAccount(transaction.identity().source(), transaction.accountId());
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("#partition = :partition AND #sort BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#partition", TableKeys.PARTITION, "#sort", TableKeys.SORT))
                        .expressionAttributeValues(Map.of(
                                ":partition", AttributeValue.fromS(partition),
                                ":from", AttributeValue.fromS(from),
                                ":to", AttributeValue.fromS(to)))
                        .consistentRead(true)
                        .scanIndexForward(forward)
                        .limit(wanted + 1))
                .items()
                .stream()
                .filter(item -> !TransactionItem.text(item, TableKeys.SORT).equals(itself))
                .limit(wanted);
    }
}
