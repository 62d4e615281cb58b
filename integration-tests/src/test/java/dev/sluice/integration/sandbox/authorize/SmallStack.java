package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * One of everything in the emulator, and the state that Terraform would tell of it, {@code small-stack.json}: all of it
 * encrypted with one key, and a function whose role may do what functions do. Policies are objects there, and texts in a
 * state.
 *
 * @param name the name of everything
 * @param queueUrl the queue's URL at the emulator
 * @param stream the ARN of the table's stream
 * @param secret the ARN of the secret
 */
record SmallStack(String name, String queueUrl, String stream, String secret) {

    private static final String FILE = "small-stack.json";
    private static final List<String> POLICIES = List.of("policy", "assume_role_policy");

    /** Apart, so that the emulator is started for those alone that need it. */
    private static final class Made {
        private static final SmallStack ONE = create();
    }

    /** The one that all tests of a JVM share. */
    static SmallStack get() {
        return Made.ONE;
    }

    private static SmallStack create() {
        var aws = new Clients(Emulator.url(), new Credentials("FAKE-ACCESS-KEY", "fake-secret-key", "fake-token"));
        var name = "small-" + UUID.randomUUID();
        var queueUrl = aws.sqs().createQueue(request -> request.queueName(name)).queueUrl();
        aws.sns().createTopic(request -> request.name(name));
        aws.logs().createLogGroup(request -> request.logGroupName(name));
        var secret = aws.secrets()
                .createSecret(request -> request.name(name).secretString("fake"))
                .arn();
        return new SmallStack(name, queueUrl, table(aws, name), secret);
    }

    @SuppressWarnings("unchecked") // The SDK's builders take generic arrays.
    private static String table(Clients aws, String name) {
        return aws.dynamoDb()
                .createTable(request -> request.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key -> key.attributeName("pk").keyType(KeyType.HASH))
                        .attributeDefinitions(key -> key.attributeName("pk").attributeType(ScalarAttributeType.S))
                        .globalSecondaryIndexes(index -> index.indexName("by")
                                .keySchema(key -> key.attributeName("pk").keyType(KeyType.HASH))
                                .projection(all -> all.projectionType(ProjectionType.ALL)))
                        .streamSpecification(all -> all.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)))
                .tableDescription()
                .latestStreamArn();
    }

    String table() {
        return arn("dynamodb", "table/");
    }

    String queue() {
        return arn("sqs", "");
    }

    String topic() {
        return arn("sns", "");
    }

    String key() {
        return arn("kms", "key/");
    }

    String logGroup() {
        return arn("logs", "log-group:");
    }

    String function() {
        return arn("lambda", "function:");
    }

    private String arn(String service, String kind) {
        return "arn:aws:" + service + ":eu-west-2:123456789012:" + kind + name;
    }

    /** All of it. */
    Deployment deployment() {
        return deployment("");
    }

    /** All but one statement of one of its policies, known by its {@code Sid}. */
    Deployment without(String sid) {
        return deployment(sid);
    }

    private Deployment deployment(String without) {
        var state = Json.read(state().getBytes(StandardCharsets.UTF_8));
        for (var resource : state.at("/values/root_module/resources")) {
            var values = (ObjectNode) resource.get("values");
            for (var policy : POLICIES) {
                if (values.has(policy)) {
                    values.put(policy, written(values.get(policy), without));
                }
            }
        }
        return Deployment.of(Path.of(""), state);
    }

    private static String written(JsonNode policy, String without) {
        var kept = new ArrayList<JsonNode>();
        policy.get("Statement").forEach(statement -> {
            if (!statement.get("Sid").asText().equals(without)) {
                kept.add(statement);
            }
        });
        var rest = (ObjectNode) policy.deepCopy();
        rest.putArray("Statement").addAll(kept);
        return rest.toString();
    }

    private String state() {
        try (var file = Objects.requireNonNull(SmallStack.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${NAME}", name)
                    .replace("${STREAM}", stream)
                    .replace("${SECRET}", secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
