package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.MessageAttributes.Attribute;
import dev.sluice.handlers.port.TransactionTopicContract.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A topic of SNS with one subscriber, a queue that keeps what reaches it. */
record SubscribedTopic(SqsClient sqs, String arn, String queueUrl) {

    static SubscribedTopic create(Clients clients) {
        var name = "topic-" + UUID.randomUUID();
        var sqs = clients.sqs();
        var sns = clients.sns();
        var topicArn = sns.createTopic(request -> request.name(name)).topicArn();
        var queueUrl = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        var queueArn = sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sns.subscribe(request -> request.topicArn(topicArn)
                .protocol("sqs")
                .endpoint(queueArn)
                .attributes(Map.of("RawMessageDelivery", "true")));
        return new SubscribedTopic(sqs, topicArn, queueUrl);
    }

    /** What has reached the subscriber and was not read yet. */
    List<Received> received() {
        var received = new ArrayList<Received>();
        for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
            messages.forEach(message -> received.add(read(message)));
        }
        return received;
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    private static Received read(Message message) {
        var attributes = new LinkedHashMap<String, Attribute>();
        message.messageAttributes()
                .forEach((name, value) -> attributes.put(name, new Attribute(value.dataType(), value.stringValue())));
        return new Received(message.body(), attributes);
    }
}
