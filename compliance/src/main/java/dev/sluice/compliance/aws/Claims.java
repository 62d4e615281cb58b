package dev.sluice.compliance.aws;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Items that one holder has at a time, until a stated moment or until it is said that what they were held for is done.
 */
record Claims(DynamoDbClient dynamoDb, String table) {

    private static final String HELD_UNTIL = "heldUntil";
    private static final String HELD_BY = "heldBy";
    private static final String DONE_AT = "doneAt";

    private static final String FREE = "attribute_not_exists(" + DONE_AT + ") AND (attribute_not_exists(" + HELD_UNTIL
            + ") OR " + HELD_UNTIL + " <= :now OR " + HELD_BY + " = :by)";

    /**
     * Claims what is free, or held by the same holder already: an attempt of this very call, whose answer got lost, may have
     * been granted it.
     *
     * @param by who holds it then
     * @return whether it was granted
     */
    boolean take(String partition, String sort, String by, Instant now, Instant until) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(FindingsTable.key(partition, sort))
                    .updateExpression("SET " + HELD_UNTIL + " = :until, " + HELD_BY + " = :by")
                    .conditionExpression(FREE)
                    .expressionAttributeValues(Map.of(":now", time(now), ":until", time(until), ":by", text(by))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB UpdateItem (" + partition + ")", e);
        }
    }

    /** Gives a claim back, where it is still held by that holder. */
    void release(String partition, String sort, String by, Instant now) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(FindingsTable.key(partition, sort))
                    .updateExpression("SET " + HELD_UNTIL + " = :now")
                    .conditionExpression(HELD_BY + " = :by AND " + HELD_UNTIL + " > :now")
                    .expressionAttributeValues(Map.of(":now", time(now), ":by", text(by))));
        } catch (ConditionalCheckFailedException e) {
            // It ended by itself, and may be another's by now.
            return;
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB UpdateItem (" + partition + ")", e);
        }
    }

    /** Records that what it was held for is done; from then on nobody is granted it. */
    void done(String partition, String sort, Instant at) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(FindingsTable.key(partition, sort))
                    .updateExpression("SET " + DONE_AT + " = if_not_exists(" + DONE_AT + ", :at)")
                    .expressionAttributeValues(Map.of(":at", time(at))));
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB UpdateItem (" + partition + ")", e);
        }
    }

    boolean isDone(String partition, String sort) {
        try {
            return dynamoDb.getItem(request ->
                            request.tableName(table).consistentRead(true).key(FindingsTable.key(partition, sort)))
                    .item()
                    .containsKey(DONE_AT);
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB GetItem (" + partition + ")", e);
        }
    }

    private static AttributeValue time(Instant instant) {
        return text(FindingsTable.time(instant));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
