package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.KmsAccessDeniedException;
import software.amazon.awssdk.services.xray.XRayClient;

/** The other services at the front, through the SDK's own clients. */
@DisplayName("At the front")
@SuppressWarnings("unchecked") // The SDK's builders take generic arrays.
class FrontServicesTest {

    private static Trial trial;
    private static SmallStack stack;
    private static SqsClient sqs;
    private static SnsClient sns;
    private static SecretsManagerClient secrets;
    private static CloudWatchLogsClient logs;
    private static XRayClient traces;

    @BeforeAll
    static void open() {
        trial = Trial.open();
        stack = trial.stack();
        sqs = trial.function().sqs();
        sns = trial.function().sns();
        secrets = trial.function().secrets();
        logs = trial.function().logs();
        traces = trial.function().traces();
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
    @DisplayName("a queue is named by its URL, whichever host that names")
    void queue() {
        sqs.sendMessage(request -> request.queueUrl(stack.queueUrl()).messageBody("one"));
        sqs.sendMessageBatch(request -> request.queueUrl(stack.queueUrl())
                .entries(entry -> entry.id("a").messageBody("two")));
        var received = sqs.receiveMessage(
                        request -> request.queueUrl(stack.queueUrl()).maxNumberOfMessages(10))
                .messages();
        received.forEach(message -> sqs.deleteMessage(
                request -> request.queueUrl(stack.queueUrl()).receiptHandle(message.receiptHandle())));

        assertThat(received).isNotEmpty();
        assertThat(trial.allowed())
                .containsExactly(
                        "sqs:SendMessage " + stack.queue(),
                        "kms:GenerateDataKey " + stack.key(),
                        "kms:Decrypt " + stack.key(),
                        "sqs:ReceiveMessage " + stack.queue(),
                        "sqs:DeleteMessage " + stack.queue());
    }

    @Test
    @DisplayName("a queue refuses a batch as it refuses a message")
    void refusedByQueue() {
        ThrowingCallable batch = () -> sqs.sendMessageBatch(request -> request.queueUrl(stack.queueUrl())
                .entries(entry -> entry.id("a").messageBody("two")));

        trial.denied("Sends", "sqs:SendMessage " + stack.queue(), "403 AccessDenied", batch);
        trial.denied("KeyFor-sqs", "kms:GenerateDataKey " + stack.key(), "400 KMS.AccessDeniedException", batch);
        assertThatExceptionOfType(KmsAccessDeniedException.class).isThrownBy(batch);
    }

    @Test
    @DisplayName("a topic refuses whoever may not publish, and whoever may not use its key")
    void topic() {
        ThrowingCallable publish =
                () -> sns.publish(request -> request.topicArn(stack.topic()).message("m"));

        assertThatCode(publish).doesNotThrowAnyException();
        trial.denied("Publishes", "sns:Publish " + stack.topic(), "403 AuthorizationError", publish);
        assertThatExceptionOfType(AuthorizationErrorException.class).isThrownBy(publish);
        trial.denied("KeyFor-sns", "kms:GenerateDataKey " + stack.key(), "400 KMSAccessDenied", publish);
    }

    @Test
    @DisplayName("a secret is the same by its name, by its ARN and by its ARN without what ends it")
    void secret() {
        for (var named : List.of(
                stack.name(),
                stack.secret(),
                stack.secret().substring(0, stack.secret().length() - 7))) {
            secrets.getSecretValue(request -> request.secretId(named));
        }

        assertThat(trial.allowed())
                .containsExactly("secretsmanager:GetSecretValue " + stack.secret(), "kms:Decrypt " + stack.key());
        ThrowingCallable read = () -> secrets.getSecretValue(request -> request.secretId(stack.name()));
        trial.denied(
                "ReadsSecret", "secretsmanager:GetSecretValue " + stack.secret(), "400 AccessDeniedException", read);
        trial.denied("KeyFor-secretsmanager", "kms:Decrypt " + stack.key(), "400 AccessDeniedException", read);
    }

    @Test
    @DisplayName("lines go to a group whose key CloudWatch Logs may use itself")
    void logs() {
        var stream = "written-once";
        var arn = stack.logGroup() + ":log-stream:" + stream;
        logs.createLogStream(request -> request.logGroupName(stack.name()).logStreamName(stream));
        ThrowingCallable put = () -> logs.putLogEvents(request -> request.logGroupName(stack.name())
                .logStreamName(stream)
                .logEvents(line -> line.timestamp(Instant.now().toEpochMilli()).message("line")));

        assertThatCode(put).doesNotThrowAnyException();
        trial.denied("Logs", "logs:PutLogEvents " + arn, "400 AccessDeniedException", put);
        trial.denied("KeyForLogs", "kms:Encrypt " + stack.key(), "400 AccessDeniedException", put);
    }

    @Test
    @DisplayName("traces need a right to no resource")
    void traces() {
        ThrowingCallable put = () -> traces.putTraceSegments(request -> request.traceSegmentDocuments("{}"));

        assertThatCode(put).doesNotThrowAnyException();
        trial.denied("Traces", "xray:PutTraceSegments *", "403 AccessDeniedException", put);
    }
}
