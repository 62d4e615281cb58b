package dev.sluice.cli.preflight.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Caller;
import dev.sluice.handlers.aws.Emulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** The same questions, put to an account that the emulator plays. */
class EmulatedAccountTest {

    private static final Map<String, String> TAGS = Map.of("Environment", "dev", "ManagedBy", "cdktf");

    private final String name = "preflight-" + UUID.randomUUID();
    private Clients clients;
    private Account account;

    @BeforeEach
    void connect() {
        clients = new Clients(
                Region.EU_WEST_2,
                AwsAccountTest.FAKE,
                Optional.of(Emulator.url()),
                new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)));
        account = new AwsAccount(clients);
    }

    @Test
    void whoAsksIsSomebody() {
        assertThat(account.caller())
                .isInstanceOfSatisfying(
                        Answer.Known.class,
                        known -> assertThat(((Caller) known.value()).account()).hasSize(4));
    }

    @Test
    void aLogGroupIsFoundByItsWholeNameAlone() {
        try (var logs = clients.logs()) {
            logs.createLogGroup(ask -> ask.logGroupName(name + "-longer"));
            assertThat(account.logGroup(name)).isEqualTo(new Answer.Known<>(Optional.empty()));

            logs.createLogGroup(ask -> ask.logGroupName(name).tags(TAGS));
            assertThat(account.logGroup(name)).isEqualTo(new Answer.Known<>(Optional.of(TAGS)));
            assertThat(account.logGroup(name + "-longer")).isEqualTo(new Answer.Known<>(Optional.of(Map.of())));
        }
    }

    @Test
    void aTableIsFoundWithItsTags() {
        assertThat(account.table(name)).isEqualTo(new Answer.Known<>(Optional.empty()));

        try (var dynamoDb = clients.dynamoDb()) {
            var tags = List.of(tag("Environment", "dev"), tag("ManagedBy", "cdktf"));
            dynamoDb.createTable(ask -> ask.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .tags(tags));
        }
        assertThat(account.table(name)).isEqualTo(new Answer.Known<>(Optional.of(TAGS)));
    }

    @Test
    void nothingIsReservedForAFunctionThatIsNotThere() {
        assertThat(account.reservedFor(name)).isEqualTo(new Answer.Known<>(0L));
    }

    @Test
    void theRoleOfApiGatewayIsWhatTheAccountSays() throws Exception {
        // By hand: the JDK's old HTTP client, which the SDK uses here, knows no PATCH.
        var patch = HttpRequest.newBuilder(Emulator.url().resolve("/account"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=FAKE/20260101/eu-west-2/apigateway/aws4_request")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString("{\"patchOperations\":[{\"op\":\"replace\","
                                + "\"path\":\"/cloudwatchRoleArn\","
                                + "\"value\":\"arn:aws:iam::123456789012:role/gateway-logs\"}]}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(patch, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(account.gatewayLogRole()).isEqualTo(new Answer.Known<>(Optional.of("gateway-logs")));
    }

    @Test
    void aRecorderIsStoppedUntilItIsStarted() {
        try (var config = clients.config()) {
            config.putConfigurationRecorder(ask -> ask.configurationRecorder(
                    recorder -> recorder.name("default").roleARN("arn:aws:iam::123456789012:role/config")));
            assertThat(account.recorders())
                    .isEqualTo(new Answer.Known<>(List.of(new Account.Recorder("default", false))));

            config.putDeliveryChannel(ask ->
                    ask.deliveryChannel(channel -> channel.name("default").s3BucketName("somewhere")));
            config.startConfigurationRecorder(ask -> ask.configurationRecorderName("default"));
        }
        assertThat(account.recorders()).isEqualTo(new Answer.Known<>(List.of(new Account.Recorder("default", true))));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
