package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import dev.sluice.integration.sandbox.journal.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of events that nobody waits for the answer to. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class AsynchronousInvocationTest {

    private static final String SEND = "AmazonSQS.SendMessage";

    @TempDir
    private Path folder;

    @Test
    void anEventThatFailsThreeTimesGoesToTheDeadLettersInTheNameOfTheFunctionsRole() throws IOException {
        try (var scene = open(AsynchronousInvocationTest::withDeadLetters)) {
            scene.tell("tiny:live", "throw");
            scene.awaitIdle();

            var invoked = scene.journal.of(Event.Invoked.class).toList();
            assertThat(invoked).extracting(Event.Invoked::attempt).containsExactly(1, 2, 3);
            assertThat(invoked)
                    .extracting(Event.Invoked::request)
                    .containsOnly(invoked.getFirst().request());
            assertThat(scene.journal.of(Event.Skipped.class).map(Event.Skipped::time))
                    .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
            assertThat(scene.aws.calls(SEND)).singleElement().satisfies(call -> {
                assertThat(call.accessKey()).isEqualTo("FAKEtiny-role");
                var sent = json(call.body());
                assertThat(sent.path("QueueUrl").asText()).endsWith("/123456789012/dead");
                assertThat(sent.path("MessageBody").asText()).isEqualTo("\"throw\"");
                assertThat(attribute(sent, "RequestID"))
                        .isEqualTo(invoked.getFirst().request());
                assertThat(attribute(sent, "ErrorCode")).isEqualTo("200");
                assertThat(attribute(sent, "ErrorMessage")).isEqualTo("it was told to");
            });
            assertThat(scene.journal.of(Event.Passed.class))
                    .singleElement()
                    .isEqualTo(new Event.Passed("tiny", "dead", Set.of(), true, "given up on"));
            assertThat(scene.sum("DeadLetterErrors", "tiny")).isZero();
            assertThat(scene.sum("AsyncEventsDropped", "tiny")).isEqualTo(1);
            assertThat(scene.sum("Errors", "tiny")).isEqualTo(3);
        }
    }

    @Test
    void withoutTheRightToTheQueueADeadLetterIsLostAndCounted() throws IOException {
        try (var scene = open(AsynchronousInvocationTest::withDeadLetters)) {
            scene.aws.refuse(SEND);
            scene.tell("tiny", "throw");
            scene.awaitIdle();

            assertThat(scene.sum("DeadLetterErrors", "tiny")).isEqualTo(1);
            assertThat(scene.sum("AsyncEventsDropped", "tiny")).isEqualTo(1);
            assertThat(scene.journal.of(Event.Passed.class))
                    .singleElement()
                    .satisfies(passed -> assertThat(passed.arrived()).isFalse());
        }
    }

    @Test
    void withoutATargetAnEventIsDropped() throws IOException {
        try (var scene = open(values -> {})) {
            scene.tell("tiny", "throw");
            scene.awaitIdle();

            assertThat(scene.aws.calls(SEND)).isEmpty();
            assertThat(scene.sum("AsyncEventsDropped", "tiny")).isEqualTo(1);
            assertThat(scene.sum("DeadLetterErrors", "tiny")).isZero();
        }
    }

    @Test
    void aThrottledEventIsTriedAgainAndTheAttemptDoesNotCount() throws IOException, InterruptedException {
        try (var scene = open(values -> values.put("reserved_concurrent_executions", 1))) {
            var first = CompletableFuture.supplyAsync(() -> scene.ask("tiny", "wait"));
            scene.aws.awaitHeld();
            scene.tell("tiny", "hello");
            scene.await("it was throttled", () -> scene.sum("Throttles", "tiny") > 0);
            scene.aws.letGo();
            assertThat(first.join()).isEqualTo(new Answer.Answered("\"waited\""));
            scene.awaitIdle();

            assertThat(scene.journal.of(Event.Invoked.class)).last().satisfies(invoked -> {
                assertThat(invoked.failed()).isFalse();
                assertThat(invoked.attempt()).isEqualTo(1);
            });
        }
    }

    /** So AWS says of a function whose reserved concurrency is zero. */
    @Test
    void whatAClosedFunctionIsToldGoesToTheDeadLettersUntried() throws IOException {
        try (var scene = open(values -> {
            withDeadLetters(values);
            values.put("reserved_concurrent_executions", 0);
        })) {
            scene.tell("tiny", "hello");
            scene.awaitIdle();

            assertThat(scene.journal.of(Event.Invoked.class)).isEmpty();
            assertThat(scene.aws.calls(SEND))
                    .singleElement()
                    .extracting(call -> attribute(json(call.body()), "ErrorCode"))
                    .isEqualTo("429");
        }
    }

    private HostScene open(Consumer<ObjectNode> change) throws IOException {
        return new HostScene(folder, new Stack(folder).with("tiny", change).deployed());
    }

    private static void withDeadLetters(ObjectNode values) {
        values.putArray("dead_letter_config").addObject().put("target_arn", "arn:aws:sqs:eu-west-2:123456789012:dead");
    }

    private static String attribute(JsonNode sent, String name) {
        return sent.at("/MessageAttributes/" + name + "/StringValue").asText();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
