package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A small stack: what a state says of it, and the queues in the emulator that go with it. */
final class Stack implements AutoCloseable {

    static final Credentials CREDENTIALS = new Credentials("FAKE-ACCESS-KEY", "fake-secret-key", "fake-token");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String ACCOUNT = "123456789012";
    private static final String REGION = "eu-west-2";

    /** The emulator is everybody's: names are of this stack alone. */
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    private final ObjectNode state = Json.object();
    private final ArrayNode resources = state.put("format_version", "1.0")
            .putObject("values")
            .putObject("root_module")
            .putArray("resources");
    private final SqsClient sqs = SqsClient.builder()
            .endpointOverride(Emulator.url())
            .region(Region.of(REGION))
            .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("FAKE-ACCESS-KEY", "fake")))
            .build();

    final Recorder functions = new Recorder();
    final Journal journal = new Journal();
    private Deliveries deliveries;

    Stack() {
        add("data", "aws_caller_identity", "current", values -> values.put("account_id", ACCOUNT));
        add("data", "aws_region", "current", values -> values.put("name", REGION));
    }

    static String arn(String service, String what) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + what;
    }

    /** A name that no other stack has. */
    String name(String block) {
        return block + "-" + suffix;
    }

    Stack with(String type, String block, Consumer<ObjectNode> values) {
        add("managed", type, block, values);
        return this;
    }

    Stack function(String block) {
        return with(
                "aws_lambda_function",
                block,
                values -> values.put("function_name", name(block))
                        .put("arn", functionArn(block))
                        .put("handler", "none")
                        .put("runtime", "java21")
                        .put("role", "arn:aws:iam::" + ACCOUNT + ":role/" + block)
                        .put("filename", "none.zip")
                        .put("source_code_hash", "none"));
    }

    String functionArn(String block) {
        return arn("lambda", "function:" + name(block));
    }

    /** A queue with the attributes of that object. */
    Stack queue(String block, Consumer<ObjectNode> attributes) {
        var told = Json.object();
        attributes.accept(told);
        sqs.createQueue(request -> {
            request.queueName(name(block));
            request.attributesWithStrings(told.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> each.getValue().asText())));
        });
        return with(
                "aws_sqs_queue",
                block,
                values -> values.put("name", name(block))
                        .put("arn", queueArn(block))
                        .put("id", url(block))
                        .put("url", url(block)));
    }

    String queueArn(String block) {
        return arn("sqs", name(block));
    }

    void send(String block, String text) {
        sqs.sendMessage(request -> request.queueUrl(url(block)).messageBody(text));
    }

    List<Message> messages(String block) {
        return sqs.receiveMessage(request -> request.queueUrl(url(block))
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    String url(String block) {
        return Emulator.url() + "/" + ACCOUNT + "/" + name(block);
    }

    Deployment deployment() {
        return Deployment.of(Path.of(""), state.deepCopy());
    }

    Deliveries open() {
        return open(Emulator.url());
    }

    Deliveries open(URI endpoint) {
        var deployment = deployment();
        deliveries = Deliveries.open(
                deployment,
                endpoint,
                function -> CREDENTIALS,
                CREDENTIALS,
                () -> new Judge(deployment),
                functions,
                journal);
        return deliveries;
    }

    /** Opens, starts, and lets everything end. */
    Stack run() {
        open().start();
        return settle();
    }

    /** Deploys the same with every mapping enabled. */
    Stack enableAll() {
        resources.forEach(resource -> {
            if (resource.path("type").asText().equals("aws_lambda_event_source_mapping")) {
                ((ObjectNode) resource.path("values")).put("enabled", true);
            }
        });
        deliveries.deploy(deployment());
        return this;
    }

    Stack settle() {
        if (!deliveries.settle(PATIENCE)) {
            throw new AssertionError("it goes on: " + journal.entries());
        }
        return this;
    }

    Stream<Event.Passed> passed() {
        return journal.of(Event.Passed.class);
    }

    private void add(String mode, String type, String block, Consumer<ObjectNode> values) {
        var resource = resources
                .addObject()
                .put("address", (mode.equals("data") ? "data." : "") + type + "." + block)
                .put("mode", mode)
                .put("type", type)
                .put("name", block);
        values.accept(resource.putObject("values"));
    }

    @Override
    public void close() {
        if (deliveries != null) {
            deliveries.close();
        }
        sqs.close();
    }
}
