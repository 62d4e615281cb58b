package dev.sluice.integration.sandbox.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The calls that Lambda makes of a queue, with the rights of the function's role, and the one that stands for its waiting.
 *
 * @param url the queue
 * @param role the queue as the function's role sees it
 * @param operator the queue as whoever may do everything sees it
 */
record PolledQueue(String url, SqsClient role, SqsClient operator) {

    /** SQS hands out no more at a time. */
    private static final int MOST = 10;

    QueueSettings settings() {
        return QueueSettings.of(
                role.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes());
    }

    List<Message> receive(int most) {
        return role.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(Math.min(MOST, most))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** Takes them out; answers the ids of those that could not be. */
    Set<String> delete(List<Message> messages) {
        var entries = messages.stream()
                .map(each -> DeleteMessageBatchRequestEntry.builder()
                        .id(each.messageId())
                        .receiptHandle(each.receiptHandle())
                        .build())
                .toList();
        return role.deleteMessageBatch(request -> request.queueUrl(url).entries(entries)).failed().stream()
                .map(BatchResultErrorEntry::id)
                .collect(Collectors.toSet());
    }

    /** Makes them visible at once, where Lambda would let their time pass. */
    void showAgain(List<Message> messages) {
        var entries = messages.stream()
                .map(each -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(each.messageId())
                        .receiptHandle(each.receiptHandle())
                        .visibilityTimeout(0)
                        .build())
                .toList();
        operator.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries));
    }
}
