package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.TransactionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Keeps each transaction once in a DynamoDB table, with its account's history in the same transaction of DynamoDB.
 *
 * <p>Nothing is read first: the condition decides, and where it fails DynamoDB hands back what is stored. A call whose
 * answer got lost is tried again by the client; the claim that it left in the item tells then that it was stored by
 * itself, and not by another.
 */
final class DynamoDbTransactionStore implements TransactionStore {

    private static final String NOT_TAKEN = "attribute_not_exists(" + TableKeys.PARTITION + ")";
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Supplier<String> claims;

    /**
     * A store in that table.
     *
     * @param claims makes texts of at most 36 characters, each another one
     */
    DynamoDbTransactionStore(DynamoDbClient dynamoDb, String table, Supplier<String> claims) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.claims = claims;
    }

    @Override
    public Storing store(Arrival arrival) {
        var claim = claims.get();
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(putOnce(TransactionItem.of(arrival, claim)));
        writes.addAll(AccountItems.of(table, arrival));
        try {
            // The same token on each attempt: within ten minutes DynamoDB itself knows the second from the first.
            dynamoDb.transactWriteItems(request -> request.transactItems(writes).clientRequestToken(claim));
            return new Storing.Stored();
        } catch (TransactionCanceledException e) {
            if (firstConditionFailed(e)) {
                return takenBy(e.cancellationReasons().getFirst().item(), arrival, claim);
            }
            throw DynamoDbFailures.unavailable("DynamoDB TransactWriteItems", e);
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB TransactWriteItems", e);
        }
    }

    private Storing takenBy(Map<String, AttributeValue> stored, Arrival arrival, String claim) {
        if (TransactionItem.text(stored, TransactionItem.CLAIM).equals(claim)) {
            return new Storing.Stored();
        }
        var fingerprint = TransactionItem.text(stored, TransactionItem.FINGERPRINT);
        if (fingerprint.equals(arrival.enriched().fingerprint())) {
            return new Storing.Duplicate();
        }
        record(arrival);
        return new Storing.Conflict(fingerprint);
    }

    private void record(Arrival arrival) {
        var partition = TableKeys.partitionOf(arrival.enriched().transaction().identity());
        try {
            dynamoDb.transactWriteItems(request ->
                    request.transactItems(putOnce(conflict(partition, arrival)), countingConflict(partition)));
        } catch (TransactionCanceledException e) {
            if (!firstConditionFailed(e)) {
                throw DynamoDbFailures.unavailable("DynamoDB TransactWriteItems (conflict)", e);
            }
            // This very conflict was recorded before.
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB TransactWriteItems (conflict)", e);
        }
    }

    private static Map<String, AttributeValue> conflict(String partition, Arrival arrival) {
        var fingerprint = arrival.enriched().fingerprint();
        var item = new HashMap<>(TableKeys.key(partition, TableKeys.conflict(arrival.receivedAt(), fingerprint)));
        item.put(TransactionItem.FINGERPRINT, AttributeValue.fromS(fingerprint));
        item.put(TransactionItem.RECEIVED_AT, AttributeValue.fromS(TableKeys.time(arrival.receivedAt())));
        item.put("correlationId", AttributeValue.fromS(arrival.trace().correlationId()));
        return item;
    }

    private TransactWriteItem countingConflict(String partition) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(TableKeys.key(partition, TableKeys.TRANSACTION))
                        .updateExpression("ADD #conflicts :one")
                        .expressionAttributeNames(Map.of("#conflicts", TransactionItem.CONFLICTS))
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .build())
                .build();
    }

    private TransactWriteItem putOnce(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(NOT_TAKEN)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    private static boolean firstConditionFailed(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && e.cancellationReasons().stream()
                        .findFirst()
                        .map(CancellationReason::code)
                        .filter(CONDITION_FAILED::equals)
                        .isPresent();
    }
}
