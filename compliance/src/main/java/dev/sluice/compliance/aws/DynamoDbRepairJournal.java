package dev.sluice.compliance.aws;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.port.RepairJournal;
import dev.sluice.compliance.repair.Mode;
import dev.sluice.compliance.repair.Repair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps an item for each finding, scan and mode, all of them in one partition in the order of the scans. */
final class DynamoDbRepairJournal implements RepairJournal {

    private static final int MOST = 1_000;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbRepairJournal(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Repair> find(FindingKey finding, Instant scan, Mode mode) {
        try {
            var answer = dynamoDb.getItem(
                    request -> request.tableName(table).consistentRead(true).key(key(finding, scan, mode)));
            return answer.hasItem() ? Optional.of(RepairItem.read(new Item(answer.item()))) : Optional.empty();
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB GetItem (repair)", e);
        }
    }

    @Override
    public void record(Repair repair) {
        try {
            dynamoDb.putItem(request ->
                    request.tableName(table).item(RepairItem.write(repair).attributes()));
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB PutItem (repair)", e);
        }
    }

    @Override
    public void ended(Repair repair) {
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(key(repair.finding(), repair.scan(), repair.mode()))
                    .updateExpression(
                            "SET " + RepairItem.OUTCOME + " = :outcome, " + RepairItem.SAID + " = :said, #at = :at")
                    .expressionAttributeNames(Map.of("#at", RepairItem.AT))
                    .expressionAttributeValues(Map.of(
                            ":outcome", AttributeValue.fromS(repair.outcome().name()),
                            ":said", AttributeValue.fromS(repair.said()),
                            ":at", AttributeValue.fromS(FindingsTable.time(repair.at())))));
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB UpdateItem (repair)", e);
        }
    }

    @Override
    public List<Repair> latest(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " repairs are told, not " + most);
        }
        try {
            // Items are of some hundred bytes, so that a page of the query holds as many as are ever asked for.
            return dynamoDb
                    .query(request -> request.tableName(table)
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .limit(most)
                            .keyConditionExpression(FindingsTable.PARTITION + " = :repair")
                            .expressionAttributeValues(Map.of(":repair", AttributeValue.fromS(FindingsTable.REPAIR))))
                    .items()
                    .stream()
                    .map(item -> RepairItem.read(new Item(item)))
                    .toList();
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB Query (repairs)", e);
        }
    }

    private static Map<String, AttributeValue> key(FindingKey finding, Instant scan, Mode mode) {
        return FindingsTable.key(FindingsTable.REPAIR, RepairItem.sort(finding, scan, mode));
    }
}
