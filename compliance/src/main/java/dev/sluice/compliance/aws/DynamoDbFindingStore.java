package dev.sluice.compliance.aws;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.port.FindingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps an item for each finding, all of them in one partition in the order of their keys. */
final class DynamoDbFindingStore implements FindingStore {

    /** More than all rules say of some hundred resources; what has more is something else than one environment. */
    private static final int MOST = 20_000;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbFindingStore(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<Tracked> findings() {
        var findings = new ArrayList<Tracked>();
        try {
            for (var item : dynamoDb.queryPaginator(request -> request.tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression(FindingsTable.PARTITION + " = :finding")
                            .expressionAttributeValues(Map.of(":finding", AttributeValue.fromS(FindingsTable.FINDING))))
                    .items()) {
                if (findings.size() == MOST) {
                    throw new IllegalStateException("there are more than " + MOST + " findings in the table");
                }
                findings.add(FindingItem.read(new Item(item)));
            }
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB Query (findings)", e);
        }
        return List.copyOf(findings);
    }

    @Override
    public Optional<Tracked> finding(FindingKey key) {
        try {
            var answer = dynamoDb.getItem(request -> request.tableName(table)
                    .consistentRead(true)
                    .key(FindingsTable.key(FindingsTable.FINDING, key.id())));
            return answer.hasItem() ? Optional.of(FindingItem.read(new Item(answer.item()))) : Optional.empty();
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB GetItem (finding)", e);
        }
    }

    @Override
    public void keep(Tracked tracked) {
        try {
            dynamoDb.putItem(request ->
                    request.tableName(table).item(FindingItem.write(tracked).attributes()));
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB PutItem (finding)", e);
        }
    }
}
