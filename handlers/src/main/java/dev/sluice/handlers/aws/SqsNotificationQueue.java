package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends to an SQS queue, which has stored the message in several zones before it acknowledges. */
final class SqsNotificationQueue implements NotificationQueue {

    private final SqsClient sqs;
    private final String queueUrl;

    SqsNotificationQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(Notification notification) {
        try {
            sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(NotificationJson.write(notification)));
        } catch (SdkException e) {
            throw Failures.unavailable("SQS SendMessage", e);
        }
    }
}
