package dev.sluice.handlers.aws;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.history.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An empty table as the blueprint describes it, and what lies in it. */
record TransactionsTable(DynamoDbClient dynamoDb, String name) {

    static TransactionsTable create(DynamoDbClient dynamoDb) {
        var name = "transactions-" + UUID.randomUUID();
        var described = Pipeline.TRANSACTIONS_TABLE;
        var indexes = described.indexes().stream()
                .map(index -> GlobalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(schema(index.keys().partition(), index.keys().sort()))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .toList();
        var attributes = Stream.concat(
                        Stream.of(described.keys().partition(), described.keys().sort()),
                        described.indexes().stream()
                                .flatMap(i ->
                                        Stream.of(i.keys().partition(), i.keys().sort())))
                .distinct()
                .map(attribute -> AttributeDefinition.builder()
                        .attributeName(attribute)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
        dynamoDb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(schema(described.keys().partition(), described.keys().sort()))
                .globalSecondaryIndexes(indexes)
                .attributeDefinitions(attributes));
        return new TransactionsTable(dynamoDb, name);
    }

    private static List<KeySchemaElement> schema(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    /** An account's history in the words of the contract. */
    List<String> history(String source, String accountId) {
        var partition = AttributeValue.fromS("account#" + source + "#" + accountId);
        var items = dynamoDb.queryPaginator(request -> request.tableName(name)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", partition)));
        var lines = new ArrayList<String>();
        for (var item : items.items()) {
            var key = item.get("sk").s().split("#", -1);
            if (key[0].equals("entry")) {
                lines.add(String.join(
                        " ",
                        "entry",
                        key[1],
                        key[2],
                        item.get("type").s(),
                        item.get("billedMinor").n(),
                        item.get("billedCurrency").s()));
            } else if (key[0].equals("counts")) {
                var width = Bucket.Width.valueOf(key[1]);
                item.keySet().stream()
                        .filter(name -> name.endsWith(".count"))
                        .map(name -> name.substring(0, name.length() - ".count".length()))
                        .forEach(counted -> lines.add(String.join(
                                " ",
                                width.name(),
                                startOf(width, key[2], counted.substring(0, counted.indexOf('.'))),
                                counted.substring(counted.indexOf('.') + 1).replace('.', ' '),
                                item.get(counted + ".count").n(),
                                item.get(counted + ".sum").n())));
            }
        }
        return lines;
    }

    private static String startOf(Bucket.Width width, String first, String number) {
        return TableKeys.time(Instant.parse(first).plusMillis(width.millis() * Long.parseLong(number)));
    }

    /** The item of a transaction, as it is now. */
    Map<String, AttributeValue> transaction(String source, String id) {
        return dynamoDb.getItem(request -> request.tableName(name)
                        .key(TableKeys.key(source + "#" + id, "transaction"))
                        .consistentRead(true))
                .item();
    }

    /** How many transactions the index of those that no enricher has seen finds. */
    int received() {
        var index = Pipeline.TRANSACTIONS_TABLE.indexes().getFirst().name();
        return dynamoDb.scan(request -> request.tableName(name).indexName(index))
                .count();
    }
}
