package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import dev.sluice.integration.sandbox.journal.Event;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueDeliveriesTest {

    private static final String ONE = "{\"source\":\"s\",\"id\":\"t-1\"}";
    private static final String OTHER = "{\"source\":\"s\",\"id\":\"t-2\"}";

    private final Stack stack = new Stack();

    @AfterEach
    void end() {
        stack.close();
    }

    private void reads(Consumer<ObjectNode> mapping) {
        stack.function("notifier")
                .queue("letters", attributes -> {})
                .queue("work", attributes -> attributes.put("RedrivePolicy", policy()))
                .with("aws_lambda_event_source_mapping", "work", values -> {
                    values.put("event_source_arn", stack.queueArn("work"))
                            .put("function_name", stack.functionArn("notifier"))
                            .put("batch_size", 10)
                            .putArray("function_response_types")
                            .add("ReportBatchItemFailures");
                    mapping.accept(values);
                });
    }

    private String policy() {
        return Json.object()
                .put("deadLetterTargetArn", stack.queueArn("letters"))
                .put("maxReceiveCount", 2)
                .toString();
    }

    @Test
    void aBatchIsHandedOverAndTakenOut() {
        reads(mapping -> {});
        stack.send("work", ONE);
        stack.send("work", OTHER);

        stack.run();

        assertThat(stack.functions.calls()).singleElement().satisfies(call -> {
            assertThat(call.by()).isEqualTo(stack.name("work"));
            assertThat(call.records())
                    .extracting(record -> record.path("body").asText())
                    .containsExactlyInAnyOrder(ONE, OTHER);
            assertThat(call.records().getFirst().path("eventSource").asText()).isEqualTo("aws:sqs");
            assertThat(call.records()
                            .getFirst()
                            .path("attributes")
                            .path("ApproximateReceiveCount")
                            .asText())
                    .isEqualTo("1");
        });
        assertThat(stack.messages("work")).isEmpty();
        assertThat(stack.passed())
                .containsExactly(new Event.Passed(
                        stack.name("work"), stack.name("notifier"), Set.of("t-1", "t-2"), true, "messages: 2"));
    }

    @Test
    void whatIsNamedAsFailedIsHandedOverAgainAndEndsWithTheDeadLetters() {
        reads(mapping -> {});
        stack.functions.answers(event -> nameTheOther(event));
        stack.send("work", ONE);
        stack.send("work", OTHER);

        stack.run();

        assertThat(stack.messages("work")).isEmpty();
        assertThat(stack.messages("letters"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).isEqualTo(OTHER));
        assertThat(stack.functions.calls()).hasSize(2);
        assertThat(stack.passed().filter(each -> each.to().equals(stack.name("letters"))))
                .singleElement()
                .satisfies(each -> assertThat(each.transactions()).containsExactly("t-2"));
        assertThat(stack.journal.of(Event.Skipped.class))
                .containsOnly(
                        new Event.Skipped("the visibility timeout of " + stack.name("work"), Duration.ofSeconds(30)));
    }

    private static Answer nameTheOther(JsonNode event) {
        for (var record : event.path("Records")) {
            if (record.path("body").asText().equals(OTHER)) {
                return Recorder.names(record.path("messageId").asText());
            }
        }
        return new Answer.Answered("");
    }

    @Test
    void anInvocationThatFailsLeavesTheWholeBatch() {
        reads(mapping -> {});
        stack.functions.answers(event -> Recorder.failed());
        stack.send("work", ONE);
        stack.send("work", OTHER);

        stack.run();

        assertThat(stack.messages("letters")).hasSize(2);
    }

    @Test
    void withoutReportsAnyAnswerIsSuccess() {
        reads(mapping -> mapping.putArray("function_response_types"));
        stack.functions.answers(event -> Recorder.names("unknown"));
        stack.send("work", ONE);

        stack.run();

        assertThat(stack.functions.calls()).hasSize(1);
        assertThat(stack.messages("work")).isEmpty();
    }

    @Test
    void aDisabledMappingReadsNothingUntilItIsEnabled() {
        reads(mapping -> mapping.put("enabled", false));
        stack.send("work", ONE);
        stack.run();
        assertThat(stack.functions.calls()).isEmpty();
        assertThat(stack.messages("work")).hasSize(1);

        stack.enableAll().settle();

        assertThat(stack.functions.calls()).hasSize(1);
    }

    @Test
    void aQueueThatMayNotBeReadIsSaidOnceAndHoldsNothingUp() {
        reads(mapping -> {});
        try (var denying = Denying.start()) {
            stack.open(denying.url()).start();
            stack.settle().settle();
        }

        assertThat(stack.passed()).singleElement().satisfies(each -> {
            assertThat(each.arrived()).isFalse();
            assertThat(each.detail()).contains("AccessDenied", "may not");
        });
    }
}
