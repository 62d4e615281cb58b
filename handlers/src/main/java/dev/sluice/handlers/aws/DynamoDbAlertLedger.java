package dev.sluice.handlers.aws;

import static dev.sluice.handlers.aws.TableKeys.time;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.AlertLedger;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps beside each transaction an item for each of its alerts: until when it is held, by which call, and when it was
 * published.
 */
final class DynamoDbAlertLedger implements AlertLedger {

    private static final String HELD_UNTIL = "heldUntil";
    private static final String HELD_BY = "heldBy";
    private static final String PUBLISHED_AT = "publishedAt";

    private static final String FREE = "attribute_not_exists(" + PUBLISHED_AT + ") AND (attribute_not_exists("
            + HELD_UNTIL + ") OR " + HELD_UNTIL + " <= :now)";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Supplier<String> claims;

    /**
     * A ledger in that table.
     *
     * @param claims makes texts of at most 36 characters, each another one
     */
    DynamoDbAlertLedger(DynamoDbClient dynamoDb, String table, Supplier<String> claims) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.claims = claims;
    }

    @Override
    public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
        var claim = AttributeValue.fromS(claims.get());
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(identity, alertId))
                    .updateExpression("SET " + HELD_UNTIL + " = :until, " + HELD_BY + " = :claim")
                    .conditionExpression(FREE)
                    .expressionAttributeValues(Map.of(
                            ":now",
                            AttributeValue.fromS(time(now)),
                            ":until",
                            AttributeValue.fromS(time(until)),
                            ":claim",
                            claim))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Claim.GRANTED;
        } catch (ConditionalCheckFailedException e) {
            return heldBy(e.item(), claim);
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB UpdateItem (alert)", e);
        }
    }

    private static Claim heldBy(Map<String, AttributeValue> stored, AttributeValue claim) {
        if (stored.containsKey(PUBLISHED_AT)) {
            return Claim.PUBLISHED;
        }
        // An attempt of this very call, whose answer got lost, may have been granted it.
        return claim.equals(stored.get(HELD_BY)) ? Claim.GRANTED : Claim.HELD;
    }

    @Override
    public void published(Identity identity, String alertId, Instant at) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(identity, alertId))
                    .updateExpression("SET " + PUBLISHED_AT + " = if_not_exists(" + PUBLISHED_AT + ", :at)")
                    .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(time(at)))));
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB UpdateItem (alert)", e);
        }
    }

    private static Map<String, AttributeValue> key(Identity identity, String alertId) {
        return TableKeys.key(TableKeys.partitionOf(identity), TableKeys.alert(alertId));
    }
}
