package dev.sluice.integration.sandbox.client;

import dev.sluice.integration.sandbox.deployed.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A subscriber of the alerts: a queue of the suite's own, which is gone when the suite ends. */
public final class Alerts implements AutoCloseable {

    private final SqsClient sqs;
    private final SnsClient sns;
    private final String queue;
    private final String undelivered;
    private final String subscription;
    private final List<String> received = new ArrayList<>();

    private Alerts(SqsClient sqs, SnsClient sns, String queue, String undelivered, String subscription) {
        this.sqs = sqs;
        this.sns = sns;
        this.queue = queue;
        this.undelivered = undelivered;
        this.subscription = subscription;
    }

    /** Subscribes, with a queue of a new name: a name that was deleted is not free for a minute. */
    public static Alerts of(SqsClient sqs, SnsClient sns, String topic) {
        var id = UUID.randomUUID();
        var name = "subscriber-" + id + "-of-" + Arn.name(topic);
        var queue = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        var undelivered = sqs.createQueue(request -> request.queueName("undelivered-to-" + id))
                .queueUrl();
        try {
            return subscribed(sqs, sns, topic, queue, undelivered);
        } catch (SdkException e) {
            sqs.deleteQueue(request -> request.queueUrl(queue));
            sqs.deleteQueue(request -> request.queueUrl(undelivered));
            throw e;
        }
    }

    private static Alerts subscribed(SqsClient sqs, SnsClient sns, String topic, String queue, String undelivered) {
        var arn = arn(sqs, queue);
        var policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(arn, topic);
        sqs.setQueueAttributes(
                request -> request.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        var subscription = sns.subscribe(request -> request.topicArn(topic)
                        .protocol("sqs")
                        .endpoint(arn)
                        .returnSubscriptionArn(true)
                        .attributes(Map.of(
                                "RawMessageDelivery",
                                "true",
                                "RedrivePolicy",
                                "{\"deadLetterTargetArn\":\"" + arn(sqs, undelivered) + "\"}")))
                .subscriptionArn();
        return new Alerts(sqs, sns, queue, undelivered, subscription);
    }

    private static String arn(SqsClient sqs, String queue) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    /** The alerts so far that say something, in the order they came. */
    public synchronized List<String> saying(String text) {
        for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
            received.addAll(messages);
        }
        return received.stream().filter(alert -> alert.contains(text)).toList();
    }

    /** The first alert that says something. */
    public Optional<String> first(String text) {
        return saying(text).stream().findFirst();
    }

    private List<String> receive() {
        var messages = sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
                .messages();
        messages.forEach(message ->
                sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return messages.stream().map(message -> message.body()).toList();
    }

    @Override
    public void close() {
        sns.unsubscribe(request -> request.subscriptionArn(subscription));
        sqs.deleteQueue(request -> request.queueUrl(queue));
        sqs.deleteQueue(request -> request.queueUrl(undelivered));
    }
}
