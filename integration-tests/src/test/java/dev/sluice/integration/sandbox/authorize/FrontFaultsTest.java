package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.handlers.aws.Emulator;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Faults as the SDK's own clients meet them; they try three times where it is of use. */
@DisplayName("A fault at the front")
@SuppressWarnings("unchecked") // The SDK's builders take generic arrays.
class FrontFaultsTest {

    private static SmallStack stack;
    private static Journal journal;
    private static Front front;
    private static DynamoDbClient dynamoDb;
    private static SqsClient sqs;
    private static SnsClient sns;
    private static SecretsManagerClient secrets;
    private String test;

    @BeforeAll
    static void open() {
        stack = SmallStack.get();
        journal = new Journal();
        var deployment = stack.deployment();
        front = Front.open(Emulator.url(), deployment, journal);
        var function = new Clients(front.url(), front.of(deployment.functions().getFirst()));
        dynamoDb = function.dynamoDb();
        sqs = function.sqs();
        sns = function.sns();
        secrets = function.secrets();
    }

    @AfterAll
    static void close() {
        front.close();
    }

    @BeforeEach
    void begin(TestInfo info) {
        test = info.getDisplayName();
        journal.begin(test);
        front.faults().clear();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @DisplayName("is answered as the service answers it")
    @CsvSource({
        "dynamodb:PutItem, throttled, 400, ThrottlingException",
        "dynamodb:PutItem, failing, 500, InternalServerError",
        "dynamodb:PutItem, refused, 400, ValidationException",
        "sqs:SendMessage, throttled, 400, RequestThrottled",
        "sqs:SendMessage, failing, 500, InternalFailure",
        "sqs:SendMessage, refused, 400, InvalidParameterValue",
        "sns:Publish, throttled, 400, Throttling",
        "sns:Publish, failing, 500, InternalError",
        "sns:Publish, refused, 400, InvalidParameter",
        "secretsmanager:GetSecretValue, throttled, 400, ThrottlingException",
        "secretsmanager:GetSecretValue, failing, 500, InternalServiceError",
        "secretsmanager:GetSecretValue, refused, 400, InvalidRequestException",
    })
    void answered(String action, String kind, int status, String code) {
        var fault = switch (kind) {
            case "throttled" -> Fault.throttled();
            case "failing" -> Fault.failing();
            default -> Fault.refused();
        };
        front.faults().always(action, fault);

        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call(action))
                .satisfies(thrown -> {
                    assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(code);
                    assertThat(thrown.statusCode()).isEqualTo(status);
                    assertThat(thrown.numAttempts()).isEqualTo(kind.equals("refused") ? 1 : 3);
                });
        assertThat(faulted()).hasSize(kind.equals("refused") ? 1 : 3).containsOnly(action + " " + kind);
    }

    @Test
    @DisplayName("is over after so many calls")
    void over() {
        front.faults().next("sns:Publish", 2, Fault.throttled());

        assertThatCode(call("sns:Publish")).doesNotThrowAnyException();
        assertThat(faulted()).containsExactly("sns:Publish throttled", "sns:Publish throttled");
    }

    @Test
    @DisplayName("meets an operation that needs the right it names")
    void partOfAnother() {
        front.faults().next("sqs:SendMessage", 1, Fault.refused());

        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> sqs.sendMessageBatch(request -> request.queueUrl(stack.queueUrl())
                        .entries(entry -> entry.id("a").messageBody("m"))));
        assertThat(faulted()).containsExactly("sqs:SendMessageBatch refused");
    }

    @Test
    @DisplayName("of one role is not met by another, nor by the operator")
    void ofOneRole() {
        front.faults().always("sns:Publish", Fault.refused(), "other");
        assertThatCode(call("sns:Publish")).doesNotThrowAnyException();

        front.faults().always("sns:Publish", Fault.refused(), stack.name());
        assertThatExceptionOfType(AwsServiceException.class).isThrownBy(call("sns:Publish"));
        var operator = new Clients(front.url(), front.operator()).sns();
        assertThatCode(() -> operator.publish(
                        request -> request.topicArn(stack.topic()).message("m")))
                .doesNotThrowAnyException();
        assertThat(faulted()).hasSize(1);
    }

    @Test
    @DisplayName("that cuts the connection leaves nothing done")
    void cut() {
        front.faults().always("dynamodb:PutItem", Fault.cut());
        var item = Map.of("pk", AttributeValue.fromS(UUID.randomUUID().toString()));

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(item));
        assertThat(stored(item)).isFalse();
        assertThat(faulted()).isNotEmpty().containsOnly("dynamodb:PutItem cut");
    }

    @Test
    @DisplayName("that loses the answer leaves all done")
    void lostAnswer() {
        front.faults().always("dynamodb:PutItem", Fault.lostAnswer());
        var item = Map.of("pk", AttributeValue.fromS(UUID.randomUUID().toString()));

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(item));
        assertThat(stored(item)).isTrue();
        assertThat(faulted()).isNotEmpty().containsOnly("dynamodb:PutItem answer lost");
    }

    private static ThrowingCallable call(String action) {
        return switch (action) {
            case "dynamodb:PutItem" -> () -> put(Map.of("pk", AttributeValue.fromS("a")));
            case "sqs:SendMessage" ->
                () -> sqs.sendMessage(
                        request -> request.queueUrl(stack.queueUrl()).messageBody("m"));
            case "sns:Publish" ->
                () -> sns.publish(request -> request.topicArn(stack.topic()).message("m"));
            default -> () -> secrets.getSecretValue(request -> request.secretId(stack.name()));
        };
    }

    private static void put(Map<String, AttributeValue> item) {
        dynamoDb.putItem(request -> request.tableName(stack.name()).item(item));
    }

    private static boolean stored(Map<String, AttributeValue> key) {
        return dynamoDb.getItem(request -> request.tableName(stack.name()).key(key))
                .hasItem();
    }

    private List<String> faulted() {
        return journal.of(Event.Faulted.class, test)
                .map(faulted -> faulted.action() + " " + faulted.fault())
                .toList();
    }
}
