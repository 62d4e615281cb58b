package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.host.Functions.Answer;
import dev.sluice.integration.sandbox.journal.Event;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamDeliveriesTest {

    private final Stack stack = new Stack();
    private final StreamedTable table = StreamedTable.create(stack.name("table"));

    @AfterEach
    void end() {
        stack.close();
        table.close();
    }

    private void reads(Consumer<ObjectNode> mapping) {
        stack.function("enricher")
                .queue("positions", attributes -> {})
                .with("aws_lambda_event_source_mapping", "table", values -> {
                    values.put("event_source_arn", table.stream())
                            .put("function_name", stack.functionArn("enricher"))
                            .put("batch_size", 4)
                            .put("starting_position", "TRIM_HORIZON")
                            .put("maximum_retry_attempts", 2)
                            .put("bisect_batch_on_function_error", true);
                    values.putArray("function_response_types").add("ReportBatchItemFailures");
                    values.putArray("filter_criteria")
                            .addObject()
                            .putArray("filter")
                            .addObject()
                            .put(
                                    "pattern",
                                    "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"transaction\"]}}}}");
                    values.putArray("destination_config")
                            .addObject()
                            .putArray("on_failure")
                            .addObject()
                            .put("destination_arn", stack.queueArn("positions"));
                    mapping.accept(values);
                });
    }

    /** The ids of what was handed over, by invocation. */
    private List<List<String>> handed() {
        return stack.functions.calls().stream()
                .map(call ->
                        call.records().stream().map(StreamDeliveriesTest::id).toList())
                .toList();
    }

    private static String id(JsonNode record) {
        return record.at("/dynamodb/NewImage/pk/S").asText().substring("s#".length());
    }

    private static String number(JsonNode record) {
        return record.at("/dynamodb/SequenceNumber").asText();
    }

    @Test
    void whatMatchesIsHandedOverInItsOrderInBatches() {
        reads(mapping -> {});
        for (var i = 1; i <= 5; i++) {
            table.put("s#t-" + i, "transaction");
            table.put("account#s#a", "entry#" + i);
        }
        table.put("s#t-1", "transaction");

        stack.run();

        assertThat(handed()).containsExactly(List.of("t-1", "t-2", "t-3", "t-4"), List.of("t-5"));
        var record = stack.functions.calls().getFirst().records().getFirst();
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(table.stream());
        assertThat(record.at("/dynamodb/Keys/sk/S").asText()).isEqualTo("transaction");
        assertThat(stack.passed().flatMap(each -> each.transactions().stream()))
                .containsExactlyInAnyOrder("t-1", "t-2", "t-3", "t-4", "t-5");
        assertThat(stack.journal
                        .of(Event.Measured.class)
                        .filter(each -> each.metric().equals("IteratorAge")))
                .hasSize(2);
    }

    @Test
    void theNextBatchBeginsWithTheFirstThatFailed() {
        reads(mapping -> {});
        var failures = new int[1];
        stack.functions.answers(event -> {
            var third = event.path("Records").path(2);
            return failures[0]++ == 0 ? Recorder.names(number(third)) : new Answer.Answered("");
        });
        insert(4);

        stack.run();

        assertThat(handed()).containsExactly(List.of("t-1", "t-2", "t-3", "t-4"), List.of("t-3", "t-4"));
    }

    @Test
    void aBatchThatFailsIsHalvedUntilOneStandsAloneAndIsGivenUpOn() {
        reads(mapping -> {});
        stack.functions.answers(event -> {
            for (var record : event.path("Records")) {
                if (id(record).equals("t-2")) {
                    return Recorder.failed();
                }
            }
            return new Answer.Answered("");
        });
        insert(4);

        stack.run();

        assertThat(handed())
                .containsExactly(
                        List.of("t-1", "t-2", "t-3", "t-4"),
                        List.of("t-1", "t-2"),
                        List.of("t-1"),
                        List.of("t-2"),
                        List.of("t-2"),
                        List.of("t-2"),
                        List.of("t-3", "t-4"));
        assertThat(stack.messages("positions")).singleElement().satisfies(letter -> {
            var body = Json.read(letter.body());
            assertThat(body.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
            assertThat(body.at("/requestContext/approximateInvokeCount").asInt())
                    .isEqualTo(3);
            assertThat(body.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
            assertThat(body.at("/DDBStreamBatchInfo/streamArn").asText()).isEqualTo(table.stream());
            assertThat(letter.body()).doesNotContain("NewImage");
        });
        assertThat(stack.journal.of(Event.Skipped.class)).hasSize(2);
    }

    @Test
    void whatCannotBeToldToItsDestinationIsCounted() {
        reads(mapping -> mapping.putArray("destination_config")
                .addObject()
                .putArray("on_failure")
                .addObject()
                .put("destination_arn", stack.queueArn("none")));
        stack.functions.answers(event -> Recorder.failed());
        insert(1);

        stack.run();

        assertThat(stack.journal.of(Event.Measured.class).map(Event.Measured::metric))
                .contains("DestinationDeliveryFailures");
    }

    @Test
    void anotherDeployReadsOnFromWhereItWas() {
        reads(mapping -> {});
        insert(1);
        stack.run();
        table.put("s#u-1", "transaction");

        stack.enableAll().settle();

        assertThat(handed()).containsExactly(List.of("t-1"), List.of("u-1"));
    }

    @Test
    void aStreamThatMayNotBeReadIsSaidOnce() {
        reads(mapping -> {});
        try (var denying = Denying.start()) {
            stack.open(denying.url()).start();
            stack.settle();
        }

        assertThat(stack.passed())
                .singleElement()
                .satisfies(each -> assertThat(each.detail()).contains("cannot be read: AccessDenied"));
    }

    private void insert(int many) {
        for (var i = 1; i <= many; i++) {
            table.put("s#t-" + i, "transaction");
        }
    }
}
