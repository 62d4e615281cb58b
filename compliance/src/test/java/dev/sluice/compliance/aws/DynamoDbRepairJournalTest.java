package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairJournal;
import dev.sluice.compliance.port.RepairJournalContract;
import dev.sluice.handlers.aws.Clients;
import dev.sluice.handlers.aws.Emulator;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@DisplayName("The journal of repairs in DynamoDB")
class DynamoDbRepairJournalTest extends RepairJournalContract {

    private RepairJournal journal;

    @BeforeEach
    void create() {
        var dynamoDb = new Clients(
                        Region.EU_WEST_2,
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake-secret-key")),
                        Optional.of(Emulator.url()),
                        new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)))
                .dynamoDb();
        var table = "findings-" + UUID.randomUUID();
        dynamoDb.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        AttributeDefinition.builder()
                                .attributeName(FindingsTable.PARTITION)
                                .attributeType(ScalarAttributeType.S)
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName(FindingsTable.SORT)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName(FindingsTable.PARTITION)
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName(FindingsTable.SORT)
                                .keyType(KeyType.RANGE)
                                .build()));
        journal = new DynamoDbRepairJournal(dynamoDb, table);
    }

    @Override
    protected RepairJournal journal() {
        return journal;
    }
}
