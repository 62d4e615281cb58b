package dev.sluice.handlers.aws;

import static dev.sluice.handlers.aws.TableKeys.time;

import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.StoredTransaction.Status;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps assessments in the transactions' own items. The condition that a transaction is still RECEIVED lets one be written;
 * where it fails DynamoDB hands back what is stored, and the claim in it tells a call whose answer got lost that it was
 * itself.
 */
final class DynamoDbAssessments implements Assessments {

    private static final Map<String, String> STATUS = Map.of("#status", TransactionItem.STATUS);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Supplier<String> claims;

    /**
     * Assessments in that table.
     *
     * @param claims makes texts of at most 36 characters, each another one
     */
    DynamoDbAssessments(DynamoDbClient dynamoDb, String table, Supplier<String> claims) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.claims = claims;
    }

    @Override
    public Assessing write(Identity identity, Assessment assessment, Instant at) {
        var claim = claims.get();
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(identity))
                    .updateExpression("SET #status = :status, " + TransactionItem.ASSESSMENT + " = :assessment, "
                            + TransactionItem.ASSESSED_AT + " = :at, " + TransactionItem.ASSESSED_BY
                            + " = :claim REMOVE " + TransactionItem.RECEIVED_SHARD)
                    .conditionExpression("#status = :received")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(Map.of(
                            ":status", status(assessment.risk().flagged() ? Status.FLAGGED : Status.ENRICHED),
                            ":received", status(Status.RECEIVED),
                            ":assessment", AttributeValue.fromS(AssessmentJson.write(assessment)),
                            ":at", AttributeValue.fromS(time(at)),
                            ":claim", AttributeValue.fromS(claim)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Assessing.Written();
        } catch (ConditionalCheckFailedException e) {
            return writtenBefore(e.item(), claim);
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB UpdateItem (assessment)", e);
        }
    }

    private static Assessing writtenBefore(Map<String, AttributeValue> stored, String claim) {
        if (stored.isEmpty()) {
            throw new IllegalStateException("a transaction that is not stored cannot be assessed");
        }
        return TransactionItem.text(stored, TransactionItem.ASSESSED_BY).equals(claim)
                ? new Assessing.Written()
                : new Assessing.WrittenBefore(
                        AssessmentJson.read(TransactionItem.text(stored, TransactionItem.ASSESSMENT)));
    }

    @Override
    public void notified(Identity identity) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(identity))
                    .updateExpression("SET #status = :notified")
                    .conditionExpression("#status = :flagged")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(
                            Map.of(":notified", status(Status.NOTIFIED), ":flagged", status(Status.FLAGGED))));
        } catch (ConditionalCheckFailedException e) {
            // It is notified already, or there was nothing to be told of it.
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB UpdateItem (notified)", e);
        }
    }

    private static Map<String, AttributeValue> key(Identity identity) {
        return TableKeys.key(TableKeys.partitionOf(identity), TableKeys.TRANSACTION);
    }

    private static AttributeValue status(Status status) {
        return AttributeValue.fromS(status.name());
    }
}
