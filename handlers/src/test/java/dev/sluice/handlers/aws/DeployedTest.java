package dev.sluice.handlers.aws;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.InvokedContext;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions as Lambda makes them: from nothing but their environment. */
class DeployedTest {

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            entry("AWS_REGION", "eu-west-2"),
            entry("AWS_ACCESS_KEY_ID", "FAKE-ACCESS-KEY"),
            entry("AWS_SECRET_ACCESS_KEY", "fake-secret-key"),
            entry("SOURCES", "{\"default\":{\"zone\":\"Europe/London\"}}"),
            entry("SOURCE_SECRETS_PREFIX", "sluice/it/source/"),
            entry("TRANSACTIONS_TOPIC_ARN", "arn:aws:sns:eu-west-2:000000000000:none"),
            entry("TRANSACTIONS_TABLE", "none"),
            entry("NOTIFICATIONS_QUEUE_URL", "http://127.0.0.1:1/none"),
            entry("ALERTS_TOPIC_ARN", "arn:aws:sns:eu-west-2:000000000000:none"),
            entry("RISK", "{}"),
            entry("METRICS_NAMESPACE", "Sluice/it"));

    private final byte[] key = new byte[32];

    @Test
    void everyFunctionOfTheBlueprintNamesAClassThatLambdaCanMake() {
        assertThat(Pipeline.BLUEPRINT.functions()).allSatisfy(function -> {
            var entry = Class.forName(function.handler());
            assertThat(entry).isAssignableTo(RequestStreamHandler.class).isPublic();
            assertThat(entry.getConstructor()).isNotNull();
        });
    }

    @Test
    void allOfThemAreMadeWithoutACall() {
        assertThat(Deployed.validator(VARIABLES)).isNotNull();
        assertThat(Deployed.processor(VARIABLES)).isNotNull();
        assertThat(Deployed.enricher(VARIABLES)).isNotNull();
        assertThat(Deployed.notifier(VARIABLES)).isNotNull();
        assertThat(Deployed.query(VARIABLES)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SOURCES", "SOURCE_SECRETS_PREFIX", "TRANSACTIONS_TOPIC_ARN", "METRICS_NAMESPACE", "AWS_REGION"})
    void aVariableThatIsMissingIsNamed(String name) {
        var variables = new HashMap<>(VARIABLES);
        variables.remove(name);
        assertThatThrownBy(() -> Deployed.validator(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the environment variable " + name + " ");
    }

    @Test
    void sourcesThatDoNotReadAreToldWithTheirVariable() {
        var variables = new HashMap<>(VARIABLES);
        variables.put("SOURCES", "{\"default\":{\"zone\":\"Nowhere\"}}");
        assertThatThrownBy(() -> Deployed.validator(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable SOURCES: source 'default': zone is an IANA time zone such as"
                        + " Europe/London");
    }

    @Test
    void riskSettingsThatDoNotReadAreToldWithTheirVariable() {
        var variables = new HashMap<>(VARIABLES);
        variables.put("RISK", "{\"flag_at\": \"high\"}");
        assertThatThrownBy(() -> Deployed.enricher(variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable RISK: risk setting 'flag_at' is a number");
    }

    @Test
    void aSignedWebhookGoesAllTheWaySomebodyIsAlertedAndAnOperatorFindsIt() throws IOException {
        var clients = Emulator.clients();
        var topic = SubscribedTopic.create(clients);
        var alerts = SubscribedTopic.create(clients);
        var table = TransactionsTable.create(clients.dynamoDb());
        var queue = clients.sqs()
                .createQueue(request -> request.queueName("notifications-" + UUID.randomUUID()))
                .queueUrl();
        var prefix = "sluice/" + UUID.randomUUID() + "/source/";
        Arrays.fill(key, (byte) 7);
        clients.secretsManager()
                .createSecret(request -> request.name(prefix + "default")
                        .secretString("{\"secrets\":[{\"secret\":\"whsec_"
                                + Base64.getEncoder().encodeToString(key) + "\"}]}"));
        var variables = new HashMap<>(VARIABLES);
        variables.put("AWS_ENDPOINT_URL", Emulator.url().toString());
        variables.put("SOURCE_SECRETS_PREFIX", prefix);
        variables.put("TRANSACTIONS_TOPIC_ARN", topic.arn());
        variables.put("TRANSACTIONS_TABLE", table.name());
        variables.put("NOTIFICATIONS_QUEUE_URL", queue);
        variables.put("ALERTS_TOPIC_ARN", alerts.arn());
        variables.put("RISK", "{\"flag_at\": 50, \"large_amount.from.GBP\": 10}");
        var now = Instant.now();

        var accepted = Answer.of(
                Deployed.validator(variables),
                new WebhookRequest().body(body(now)).signed(key, now).event());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);

        var published = topic.received();
        assertThat(published).hasSize(1);
        Deployed.processor(variables)
                .handleRequest(
                        snsEvent(published.getFirst().text()), new ByteArrayOutputStream(), new InvokedContext());
        assertThat(answered(Deployed.enricher(variables), streamEvent(table.transaction("default", "t-1"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
        var notifications =
                clients.sqs().receiveMessage(request -> request.queueUrl(queue)).messages();
        assertThat(notifications).hasSize(1);
        for (var again = 0; again < 2; again++) {
            assertThat(answered(
                            Deployed.notifier(variables),
                            sqsEvent(notifications.getFirst().body())))
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }

        assertThat(alerts.received())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.text()).contains("\"alertId\":\"default/t-1/"))
                .doesNotHaveDuplicates();
        var found = Answer.of(Deployed.query(variables), question());
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.text()).contains("\"t-1\"", "Corner Shop \uFFFE", "\"notified\"", "1250");
    }

    @Test
    void aConflictIsTold() throws IOException {
        var clients = Emulator.clients();
        var queue = clients.sqs()
                .createQueue(request -> request.queueName("notifications-" + UUID.randomUUID()))
                .queueUrl();
        var variables = new HashMap<>(VARIABLES);
        variables.put("AWS_ENDPOINT_URL", Emulator.url().toString());
        variables.put(
                "TRANSACTIONS_TABLE",
                TransactionsTable.create(clients.dynamoDb()).name());
        variables.put("NOTIFICATIONS_QUEUE_URL", queue);
        var t = Samples.transaction("t-1");
        for (var content : List.of(t, Samples.transaction(t.identity(), "account-1", Samples.OCCURRED, 9_999))) {
            Deployed.processor(variables)
                    .handleRequest(
                            snsEvent(AnnouncementJson.write(Samples.announcement(content))),
                            new ByteArrayOutputStream(),
                            new InvokedContext());
        }
        assertThat(clients.sqs()
                        .receiveMessage(request -> request.queueUrl(queue))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("\"what\":\"conflict\""));
    }

    @Test
    void aTopicThatIsNotThereIsToldAsComeAgainAndNamedInTheLog() {
        var variables = new HashMap<>(VARIABLES);
        variables.put("AWS_ENDPOINT_URL", Emulator.url().toString());
        var answer = Answer.of(Deployed.query(variables), question());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
    }

    /** With a character that SNS refuses as it stands. */
    private static String body(Instant now) {
        return WebhookRequest.VALID_BODY
                .replace(
                        "2026-05-04T10:15:30.123Z",
                        now.truncatedTo(ChronoUnit.MILLIS).toString())
                .replace("Corner Shop", "Corner Shop \uFFFE");
    }

    private static InputStream question() {
        return in(JsonText.object(json -> {
            json.writeStringField("resource", "/transactions/{id}");
            json.writeObjectFieldStart("pathParameters");
            json.writeStringField("id", "t-1");
            json.writeEndObject();
        }));
    }

    /** As an event source mapping of Lambda hands an insert over, its attributes in DynamoDB's own JSON. */
    private static InputStream streamEvent(Map<String, AttributeValue> item) {
        return in(JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("eventName", "INSERT");
            json.writeObjectFieldStart("dynamodb");
            json.writeStringField("SequenceNumber", "1");
            json.writeObjectFieldStart("NewImage");
            for (var attribute : item.entrySet()) {
                var number = attribute.getValue().n() != null;
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField(
                        number ? "N" : "S",
                        number ? attribute.getValue().n() : attribute.getValue().s());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }));
    }

    private static InputStream sqsEvent(String body) {
        return in(JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("messageId", "m-1");
            json.writeStringField("body", body);
            json.writeEndObject();
            json.writeEndArray();
        }));
    }

    private static String answered(RequestStreamHandler handler, InputStream event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(event, answer, new InvokedContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static InputStream snsEvent(String message) {
        return in(JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Message", message);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
