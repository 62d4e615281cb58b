package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.journal.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class ObserverTest {

    private static final String CREATE = "Logs_20140328.CreateLogStream";
    private static final String PUT = "Logs_20140328.PutLogEvents";

    @TempDir
    private Path folder;

    @Test
    void whatAFunctionPrintsGoesToItsLogAndItsNumbersToTheirNamespace() throws IOException {
        try (var scene = open("Active")) {
            scene.ask("tiny:live", "print");
            assertThat(scene.host.lines("tiny")).hasSize(2).first().isEqualTo("one line");
            scene.ask("tiny:live", "print");
            scene.awaitIdle();

            assertThat(scene.aws.calls(CREATE)).singleElement().satisfies(call -> {
                assertThat(call.accessKey()).isEqualTo("FAKEtiny-role");
                assertThat(json(call.body()).path("logGroupName").asText()).isEqualTo("/aws/lambda/tiny");
                assertThat(json(call.body()).path("logStreamName").asText()).contains("/[$LATEST]");
            });
            assertThat(scene.aws.calls(PUT))
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(
                                    json(call.body()).at("/logEvents/0/message").asText())
                            .isEqualTo("one line"));
            assertThat(scene.journal.of(Event.Measured.class))
                    .contains(new Event.Measured("Own", "Seen", Map.of("f", "tiny"), 3))
                    .contains(new Event.Measured(
                            "AWS/Lambda", "Invocations", Map.of("FunctionName", "tiny", "Resource", "tiny:live"), 1));
        }
    }

    @Test
    void aTracedFunctionSendsASegmentOfEachInvocation() throws IOException {
        try (var scene = open("Active")) {
            var header = scene.ask("tiny", "trace").toString();
            scene.ask("tiny", "hello");
            scene.awaitIdle();

            assertThat(scene.aws.calls("/TelemetryRecords")).hasSize(1);
            var segments = scene.aws.calls("/TraceSegments");
            assertThat(segments).hasSize(2).allMatch(call -> call.accessKey().equals("FAKEtiny-role"));
            var sent = json(json(segments.getFirst().body())
                    .at("/TraceSegmentDocuments/0")
                    .asText());
            assertThat(header).contains("Root=" + sent.path("trace_id").asText(), "Sampled=1");
        }
    }

    @Test
    void aFunctionThatMayNotLogAndIsNotTracedAnswersAllTheSame() throws IOException {
        try (var scene = open("PassThrough")) {
            scene.aws.refuse(CREATE);
            assertThat(scene.ask("tiny", "print")).isEqualTo(new Functions.Answer.Answered("\"printed\""));
            scene.awaitIdle();

            assertThat(scene.aws.calls(CREATE)).isNotEmpty();
            assertThat(scene.aws.calls(PUT)).isEmpty();
            assertThat(scene.aws.calls("/TraceSegments")).isEmpty();
        }
    }

    private HostScene open(String tracing) throws IOException {
        var stack = new Stack(folder)
                .with(
                        "tiny",
                        values -> values.putArray("tracing_config").addObject().put("mode", tracing));
        return new HostScene(folder, stack.deployed());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
