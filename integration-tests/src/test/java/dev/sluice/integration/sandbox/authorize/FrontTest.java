package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.integration.sandbox.journal.Event;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who calls, and what is written down of it. */
@DisplayName("The front")
class FrontTest {

    private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("a"));

    private static Trial trial;
    private static SmallStack stack;

    @BeforeAll
    static void open() {
        trial = Trial.open();
        stack = trial.stack();
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @BeforeEach
    void begin(TestInfo info) {
        trial.begin(info.getDisplayName());
    }

    @Test
    @DisplayName("what the authorizer does not know is denied")
    void unknown() {
        var sqs = trial.function().sqs();

        Trial.says("403 AccessDenied", () -> sqs.createQueue(request -> request.queueName("other")));
        assertThat(trial.denied()).containsExactly("sqs:CreateQueue *");
        assertThat(trial.journal().of(Event.Asked.class, trial.journal().test()).map(Event.Asked::why))
                .containsExactly("the authorizer does not know sqs:CreateQueue");
    }

    @Test
    @DisplayName("the operator may do everything, and is not judged")
    void operator() {
        var operator = new Clients(trial.front().url(), trial.front().operator());

        assertThat(operator.dynamoDb()
                        .describeTable(request -> request.tableName(stack.name()))
                        .table()
                        .tableArn())
                .isEqualTo(stack.table());
        assertThat(trial.journal().of(Event.Asked.class, trial.journal().test()))
                .isEmpty();
    }

    @Test
    @DisplayName("an access key that nobody was given is nobody's")
    void nobody() {
        var nobody = new Clients(trial.front().url(), new Credentials("FAKE-OTHER-KEY", "fake-secret", "fake-token"));

        Trial.says(
                "400 UnrecognizedClientException",
                () -> nobody.dynamoDb()
                        .getItem(request -> request.tableName(stack.name()).key(ITEM)));
        Trial.says(
                "403 InvalidClientTokenId",
                () -> nobody.sqs().receiveMessage(request -> request.queueUrl(stack.queueUrl())));
        Trial.says(
                "403 InvalidClientTokenId",
                () -> nobody.sns()
                        .publish(request -> request.topicArn(stack.topic()).message("m")));
    }

    @Test
    @DisplayName("an access key with the session token of another is nobody's")
    void tokenOfAnother() {
        var own = trial.front().operator();
        var mixed =
                new Clients(trial.front().url(), new Credentials(own.accessKey(), own.secretKey(), "fake-other-token"));

        Trial.says(
                "400 UnrecognizedClientException",
                () -> mixed.dynamoDb()
                        .getItem(request -> request.tableName(stack.name()).key(ITEM)));
    }

    @Test
    @DisplayName("Lambda gets no credentials of a role that does not trust it")
    void roleOfAnother() {
        var deployment = stack.without("TakenByLambda");
        trial.front().judgeBy(deployment);

        assertThatExceptionOfType(RoleNotTaken.class)
                .isThrownBy(() -> trial.front().of(deployment.functions().getFirst()))
                .withMessageContaining("role/" + stack.name())
                .withMessageContaining("nothing allows it");
    }

    @Test
    @DisplayName("what is asked over and over is written down once for each test")
    void onceForEachTest() {
        var sqs = trial.function().sqs();
        for (int i = 0; i < 3; i++) {
            sqs.receiveMessage(request -> request.queueUrl(stack.queueUrl()));
        }

        assertThat(trial.allowed())
                .containsExactly("sqs:ReceiveMessage " + stack.queue(), "kms:Decrypt " + stack.key());
        trial.begin("the next");
        sqs.receiveMessage(request -> request.queueUrl(stack.queueUrl()));
        assertThat(trial.allowed()).hasSize(2);
    }
}
