package dev.sluice.handlers.aws;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.handlers.port.DeadLetters;
import dev.sluice.handlers.port.DeadLettersContract;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

@Execution(CONCURRENT)
class SqsDeadLettersTest extends DeadLettersContract {

    private SqsClient sqs;
    private String queueUrl;

    @BeforeEach
    void create() {
        sqs = Emulator.clients().sqs();
        queueUrl = sqs.createQueue(request -> request.queueName("dlq-" + UUID.randomUUID()))
                .queueUrl();
    }

    @Override
    protected DeadLetters letters() {
        return new SqsDeadLetters(sqs, queueUrl);
    }

    /** As Lambda does it for an asynchronous invocation ("Adding a dead-letter queue" of its developer guide). */
    @Override
    protected String giveUp(int number, String reason) {
        var event = "{\"Records\":[{\"number\":" + number + ",\"text\":\"ä €\"}]}";
        sqs.sendMessage(request -> request.queueUrl(queueUrl)
                .messageBody(event)
                .messageAttributes(Map.of(
                        "RequestID",
                        text("String", UUID.randomUUID().toString()),
                        "ErrorCode",
                        text("Number", "200"),
                        "ErrorMessage",
                        text("String", reason))));
        return event;
    }

    private static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
