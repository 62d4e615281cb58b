package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.Reasons;
import dev.sluice.handlers.port.DeadLetter;
import dev.sluice.handlers.port.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * A dead-letter queue in SQS, as Lambda fills it: the body is the event, the attributes {@code ErrorMessage} and
 * {@code ErrorCode} say why. What is put back carries all its reasons and when it first failed in attributes of ours.
 */
final class SqsDeadLetters implements DeadLetters {

    /** SQS hands out no more at a time. */
    private static final int MOST_AT_A_TIME = 10;

    /** Long enough to make SQS ask all its servers: a shorter look may find nothing where something is. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String ERROR_MESSAGE = "ErrorMessage";
    private static final String ERROR_CODE = "ErrorCode";
    private static final String REASONS = "Reasons";
    private static final String FIRST_FAILED_AT = "FirstFailedAt";

    private final SqsClient sqs;
    private final String queueUrl;

    SqsDeadLetters(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public List<Held> take(int most, Duration hold) {
        var taken = new ArrayList<Held>();
        try {
            while (taken.size() < most) {
                // Only the first look is a long one: a hold may be as short, and then the next would find the same
                // again.
                var look = taken.isEmpty() ? LOOK : Duration.ZERO;
                var messages = receive(Math.min(MOST_AT_A_TIME, most - taken.size()), hold, look);
                if (messages.isEmpty()) {
                    break;
                }
                messages.forEach(message -> taken.add(new Held(letter(message), message.receiptHandle())));
            }
        } catch (SdkException e) {
            throw Failures.unavailable("SQS ReceiveMessage", e);
        }
        return taken;
    }

    private List<Message> receive(int most, Duration hold, Duration look) {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .maxNumberOfMessages(most)
                        .visibilityTimeout((int) hold.toSeconds())
                        .waitTimeSeconds((int) look.toSeconds())
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    @Override
    public void remove(Held letter) {
        try {
            sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(letter.handle()));
        } catch (ReceiptHandleIsInvalidException e) {
            // The hold ended and somebody else took or removed it: it is theirs now.
        } catch (SdkException e) {
            throw Failures.unavailable("SQS DeleteMessage", e);
        }
    }

    @Override
    public void putBack(Held letter, String reason) {
        var reasons = new ArrayList<>(letter.letter().reasons());
        reasons.add(reason);
        var attributes = new HashMap<String, MessageAttributeValue>();
        attributes.put(REASONS, text(Reasons.write(reasons)));
        attributes.put(FIRST_FAILED_AT, text(letter.letter().firstFailedAt().toString()));
        try {
            sqs.sendMessage(request -> request.queueUrl(queueUrl)
                    .messageBody(letter.letter().payload())
                    .messageAttributes(attributes));
        } catch (SdkException e) {
            throw Failures.unavailable("SQS SendMessage", e);
        }
        // Only now: what is there twice is a nuisance, what is there no more is lost.
        remove(letter);
    }

    private static DeadLetter letter(Message message) {
        var sentAt = Instant.ofEpochMilli(
                Long.parseLong(message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0")));
        var attributes = message.messageAttributes();
        return new DeadLetter(
                message.body(),
                attribute(attributes, REASONS).map(Reasons::read).orElseGet(() -> List.of(saidByLambda(attributes))),
                attribute(attributes, FIRST_FAILED_AT).map(Instant::parse).orElse(sentAt),
                sentAt);
    }

    private static String saidByLambda(Map<String, MessageAttributeValue> attributes) {
        var code = attribute(attributes, ERROR_CODE);
        return attribute(attributes, ERROR_MESSAGE)
                .map(message -> code.map(c -> message + " (" + c + ")").orElse(message))
                .orElse("no reason came with it");
    }

    private static Optional<String> attribute(Map<String, MessageAttributeValue> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(MessageAttributeValue::stringValue);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
