package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

/** Who is told of what a topic takes. */
@DisplayName("What is published")
@SuppressWarnings("unchecked") // The SDK's builders take generic arrays.
class FrontPublishTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static final Map<String, MessageAttributeValue> ATTRIBUTES = Map.of(
            "kind",
            MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue("a & b")
                    .build());

    private static SmallStack stack;
    private static Front front;
    private static SnsClient sns;
    private static final List<Published> TOLD = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        stack = SmallStack.get();
        var deployment = stack.deployment();
        front = Front.open(Emulator.url(), deployment, new Journal(), () -> NOON);
        front.onPublish(TOLD::add);
        sns = new Clients(front.url(), front.of(deployment.functions().getFirst())).sns();
    }

    @AfterAll
    static void close() {
        front.close();
    }

    @BeforeEach
    void forget() {
        TOLD.clear();
        front.judgeBy(stack.deployment());
        front.faults().clear();
    }

    @Test
    @DisplayName("is told with the id that the topic gave it")
    void single() {
        var id = sns.publish(request ->
                        request.topicArn(stack.topic()).message("text = ü").messageAttributes(ATTRIBUTES))
                .messageId();

        assertThat(TOLD)
                .containsExactly(new Published(
                        stack.topic(),
                        id,
                        "text = ü",
                        Map.of("kind", new Published.Attribute("String", "a & b")),
                        NOON));
    }

    @Test
    @DisplayName("in a batch is told entry by entry")
    void batch() {
        var answer = sns.publishBatch(request -> request.topicArn(stack.topic())
                .publishBatchRequestEntries(
                        entry -> entry.id("one").message("1"),
                        entry -> entry.id("two").message("2").messageAttributes(ATTRIBUTES)));

        assertThat(TOLD)
                .extracting(
                        Published::message, published -> published.attributes().keySet())
                .containsExactly(tuple("1", Set.of()), tuple("2", Set.of("kind")));
        assertThat(TOLD)
                .extracting(Published::id)
                .containsExactlyElementsOf(answer.successful().stream()
                        .map(PublishBatchResultEntry::messageId)
                        .toList());
    }

    @Test
    @DisplayName("is told where the answer is lost on its way, each time it is tried")
    void lostAnswer() {
        front.faults().always("sns:Publish", Fault.lostAnswer());

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(FrontPublishTest::publish);
        assertThat(TOLD).hasSize(3);
    }

    @Test
    @DisplayName("is not told where it was denied, or broke before it was taken")
    void denied() {
        front.faults().always("sns:Publish", Fault.cut());
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(FrontPublishTest::publish);
        front.faults().clear();
        front.judgeBy(stack.without("Publishes"));

        assertThatExceptionOfType(AuthorizationErrorException.class).isThrownBy(FrontPublishTest::publish);
        assertThat(TOLD).isEmpty();
    }

    private static void publish() {
        sns.publish(request -> request.topicArn(stack.topic()).message("m"));
    }
}
