package dev.sluice.integration.sandbox.source;

import dev.sluice.handlers.aws.Emulator;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table with a stream, in the emulator. */
final class StreamedTable implements AutoCloseable {

    private final DynamoDbClient dynamoDb;
    private final String name;
    private final String stream;

    private StreamedTable(DynamoDbClient dynamoDb, String name, String stream) {
        this.dynamoDb = dynamoDb;
        this.name = name;
        this.stream = stream;
    }

    static StreamedTable create(String name) {
        var dynamoDb = DynamoDbClient.builder()
                .endpointOverride(Emulator.url())
                .region(Region.EU_WEST_2)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake")))
                .build();
        var made = dynamoDb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
        return new StreamedTable(dynamoDb, name, made.tableDescription().latestStreamArn());
    }

    /** The ARN of its stream. */
    String stream() {
        return stream;
    }

    void put(String partition, String sort) {
        dynamoDb.putItem(request -> request.tableName(name)
                .item(Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort))));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
