package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.integration.sandbox.authorize.Published;
import dev.sluice.integration.sandbox.journal.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicDeliveriesTest {

    private static final String TEXT = "{\"source\":\"s\",\"transaction\":{\"id\":\"t-1\"}}";

    private final Stack stack = new Stack();
    private final String topic = Stack.arn("sns", stack.name("topic"));

    @AfterEach
    void end() {
        stack.close();
    }

    private Stack subscribed(String filter) {
        return stack.function("processor")
                .with("aws_sns_topic", "topic", values -> values.put("arn", topic))
                .with(
                        "aws_sns_topic_subscription",
                        "topic",
                        values -> values.put("arn", topic + ":1")
                                .put("topic_arn", topic)
                                .put("protocol", "lambda")
                                .put("endpoint", stack.functionArn("processor"))
                                .put("filter_policy", filter)
                                .put(
                                        "redrive_policy",
                                        Json.object()
                                                .put("deadLetterTargetArn", stack.queueArn("undelivered"))
                                                .toString()));
    }

    private Stack allowed() {
        return stack.with(
                "aws_lambda_permission",
                "topic",
                values -> values.put("action", "lambda:InvokeFunction")
                        .put("function_name", stack.name("processor"))
                        .put("principal", "sns.amazonaws.com")
                        .put("source_arn", topic));
    }

    private Stack queued(String principal) {
        stack.queue("undelivered", attributes -> {});
        return stack.with("aws_sqs_queue_policy", "undelivered", values -> {
            var policy = Json.object().put("Version", "2012-10-17");
            var statement = policy.putArray("Statement")
                    .addObject()
                    .put("Effect", "Allow")
                    .put("Action", "sqs:SendMessage")
                    .put("Resource", stack.queueArn("undelivered"));
            statement.putObject("Principal").put("Service", principal);
            statement.putObject("Condition").putObject("ArnEquals").put("aws:SourceArn", topic);
            values.put("queue_url", stack.url("undelivered")).put("policy", policy.toString());
        });
    }

    private void publish(Map<String, Published.Attribute> attributes) {
        stack.open().published(new Published(topic, "m-1", TEXT, attributes, Instant.parse("2026-05-04T10:15:30Z")));
        stack.settle();
    }

    @Test
    void aMessageIsHandedToTheFunctionThatSubscribed() {
        subscribed("");
        allowed();

        publish(Map.of("traceparent", new Published.Attribute("String", "00-1")));

        assertThat(stack.functions.calls()).singleElement().satisfies(call -> {
            assertThat(call.function()).isEqualTo(stack.functionArn("processor"));
            assertThat(call.by()).isEqualTo(stack.name("topic"));
            var record = call.records().getFirst();
            assertThat(record.path("EventSubscriptionArn").asText()).isEqualTo(topic + ":1");
            assertThat(record.at("/Sns/Message").asText()).isEqualTo(TEXT);
            assertThat(record.at("/Sns/Timestamp").asText()).isEqualTo("2026-05-04T10:15:30.000Z");
            assertThat(record.at("/Sns/MessageAttributes/traceparent/Value").asText())
                    .isEqualTo("00-1");
        });
        assertThat(stack.passed()).singleElement().satisfies(each -> {
            assertThat(each.arrived()).isTrue();
            assertThat(each.transactions()).containsExactly("t-1");
        });
    }

    @Test
    void whatMayNotBeHandedOverGoesToTheSubscriptionsQueue() {
        subscribed("");
        queued("sns.amazonaws.com");

        publish(Map.of());

        assertThat(stack.functions.calls()).isEmpty();
        assertThat(stack.journal.of(Event.Asked.class))
                .extracting(Event.Asked::action, Event.Asked::allowed)
                .containsExactly(tuple("lambda:InvokeFunction", false), tuple("sqs:SendMessage", true));
        assertThat(stack.messages("undelivered"))
                .singleElement()
                .satisfies(letter -> assertThat(
                                Json.read(letter.body()).path("Message").asText())
                        .isEqualTo(TEXT));
        assertThat(measured()).contains("NumberOfNotificationsFailed", "NumberOfNotificationsRedrivenToDlq");
    }

    @Test
    void withoutARightToSendItIsLostAndSaysWhy() {
        subscribed("");
        queued("s3.amazonaws.com");

        publish(Map.of());

        assertThat(stack.messages("undelivered")).isEmpty();
        assertThat(stack.passed()).noneMatch(Event.Passed::arrived);
        assertThat(stack.passed().map(Event.Passed::detail))
                .anyMatch(detail -> detail.startsWith("lost: may not send"));
        assertThat(measured()).contains("NumberOfNotificationsFailedToRedriveToDlq");
    }

    @Test
    void aTopicThatNobodySubscribedToTellsNobody() {
        publish(Map.of());

        assertThat(stack.passed()).singleElement().satisfies(each -> {
            assertThat(each.arrived()).isFalse();
            assertThat(each.detail()).isEqualTo("no subscription: what is published goes nowhere");
        });
    }

    @Test
    void aFilterKeepsBackWhatItDoesNotMatch() {
        subscribed("{\"score\":[{\"numeric\":[\">\",50]}]}");
        allowed();

        publish(Map.of("score", new Published.Attribute("Number", "50")));
        assertThat(stack.functions.calls()).isEmpty();

        publish(Map.of("score", new Published.Attribute("Number", "51")));
        assertThat(stack.functions.calls()).hasSize(1);
    }

    private List<String> measured() {
        return stack.journal
                .of(Event.Measured.class)
                .map(Event.Measured::metric)
                .toList();
    }
}
