package dev.sluice.integration.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.Answer;
import dev.sluice.handlers.WebhookRequest;
import dev.sluice.handlers.aws.Events;
import dev.sluice.handlers.aws.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archives at work: each function in a JVM of its own, from its archive, behind the Lambda Runtime API, before the
 * AWS emulator. Whatever shrinking took away too much of, shows here.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class DeployedPipelineTest {

    private static final String DONE = "{\"batchItemFailures\":[]}";

    @TempDir
    private Path folder;

    private final Surroundings around = Surroundings.create();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Map<Function, FunctionProcess> deployed = new LinkedHashMap<>();

    /** All at once, so that their starts overlap. */
    private void deploy(Map<String, String> variables, List<Function> functions) throws IOException {
        for (var function : functions) {
            var own = Files.createDirectory(folder.resolve(function.name()));
            deployed.put(function, FunctionProcess.start(function, own, variables));
        }
    }

    @AfterEach
    void end() {
        deployed.values().forEach(FunctionProcess::close);
    }

    @Test
    void aTransactionGoesAllTheWay() throws IOException {
        deploy(around.variables(), Pipeline.BLUEPRINT.functions());

        assertThat(send(body("12.50"), around.key()).status()).isEqualTo(202);
        var published = around.published();
        assertThat(published).hasSize(1);
        assertThat(send(body("12.50"), new byte[32]).status()).isEqualTo(401);
        assertThat(send("{\"id\":", around.key()).status()).isEqualTo(400);
        assertThat(send(body("many"), around.key()).errors())
                .singleElement()
                .asString()
                .contains("/amount");
        assertThat(around.published()).isEmpty();

        ask(Pipeline.PROCESSOR, Events.ofTopic(published.getFirst()));
        var streamed = around.streamed("t-1");
        ask(Pipeline.PROCESSOR, Events.ofTopic(published.getFirst()));
        assertThat(around.streamed("t-1")).as("a duplicate changes nothing").isEqualTo(streamed);
        assertThat(around.notified()).isEmpty();

        for (var again = 0; again < 2; again++) {
            assertThat(ask(Pipeline.ENRICHER, streamed)).isEqualTo(DONE);
        }
        var notifications = around.notified();
        assertThat(notifications).isNotEmpty().allMatch(text -> text.contains("t-1"));

        for (var again = 0; again < 2; again++) {
            assertThat(ask(Pipeline.NOTIFIER, Events.ofQueue(notifications.getFirst())))
                    .isEqualTo(DONE);
        }
        assertThat(around.alerted())
                .isNotEmpty()
                .allMatch(text -> text.contains("\"alertId\":\"default/t-1/"))
                .doesNotHaveDuplicates();

        var found = Answer.of(bytes(ask(Pipeline.QUERY, Events.question("t-1"))));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).contains("\"t-1\"", "Corner Shop", "\"notified\"", "1250");
        assertThat(Answer.of(bytes(ask(Pipeline.QUERY, Events.question("t-2")))).status())
                .isEqualTo(404);

        assertThat(send(body("99.00"), around.key()).status()).isEqualTo(202);
        ask(Pipeline.PROCESSOR, Events.ofTopic(around.published().getFirst()));
        assertThat(around.notified()).singleElement().asString().contains("\"what\":\"conflict\"");
    }

    /** What AWS refuses is read by classes of its own, which nothing else reaches. */
    @Test
    void aResourceThatIsNotThereIsNamedByItsService() throws IOException {
        var variables = new HashMap<>(around.variables());
        variables.put("TRANSACTIONS_TOPIC_ARN", "arn:aws:sns:eu-west-2:000000000000:none");
        variables.put("TRANSACTIONS_TABLE", "none");
        deploy(variables, List.of(Pipeline.VALIDATOR, Pipeline.QUERY));

        assertThat(send(body("12.50"), around.key()).status()).isEqualTo(503);
        assertThat(deployed.get(Pipeline.VALIDATOR).lines()).anyMatch(line -> line.contains("NotFound"));
        assertThat(Answer.of(bytes(ask(Pipeline.QUERY, Events.question("t-1")))).status())
                .isEqualTo(503);
        assertThat(deployed.get(Pipeline.QUERY).lines()).anyMatch(line -> line.contains("ResourceNotFoundException"));
    }

    private Answer send(String body, byte[] key) throws IOException {
        try (var event = new WebhookRequest().body(body).signed(key, now).event()) {
            return Answer.of(bytes(ask(Pipeline.VALIDATOR, new String(event.readAllBytes(), StandardCharsets.UTF_8))));
        }
    }

    private String ask(Function function, String event) throws IOException {
        return deployed.get(function).answer(event);
    }

    private String body(String amount) {
        return WebhookRequest.VALID_BODY
                .replace("2026-05-04T10:15:30.123Z", now.toString())
                .replace("12.50", amount);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
