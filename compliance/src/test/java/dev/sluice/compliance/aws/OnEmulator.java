package dev.sluice.compliance.aws;

import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Things of this stack on the emulator, each another one. */
final class OnEmulator {

    private OnEmulator() {}

    static Clients clients() {
        return new Clients(
                Region.EU_WEST_2,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                Optional.of(Emulator.url()),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    static String table(DynamoDbClient dynamoDb) {
        var name = "findings-" + UUID.randomUUID();
        dynamoDb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName(FindingsTable.PARTITION)
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName(FindingsTable.SORT)
                                .keyType(KeyType.RANGE)
                                .build())
                .attributeDefinitions(
                        AttributeDefinition.builder()
                                .attributeName(FindingsTable.PARTITION)
                                .attributeType(ScalarAttributeType.S)
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName(FindingsTable.SORT)
                                .attributeType(ScalarAttributeType.S)
                                .build()));
        return name;
    }

    static Claims claims() {
        var dynamoDb = clients().dynamoDb();
        return new Claims(dynamoDb, table(dynamoDb));
    }

    /** A queue's URL. */
    static String queue() {
        return clients()
                .sqs()
                .createQueue(request -> request.queueName("q-" + UUID.randomUUID()))
                .queueUrl();
    }

    /** A topic's ARN, with a queue that gets what is published. */
    static String topic(String queueUrl) {
        var arn = clients()
                .sns()
                .createTopic(request -> request.name("t-" + UUID.randomUUID()))
                .topicArn();
        clients()
                .sns()
                .subscribe(request -> request.topicArn(arn)
                        .protocol("sqs")
                        .endpoint("arn:aws:sqs:eu-west-2:123456789012:"
                                + queueUrl.substring(queueUrl.lastIndexOf('/') + 1))
                        .attributes(Map.of("RawMessageDelivery", "true")));
        return arn;
    }
}
