package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.NotificationQueueContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsNotificationQueueTest extends NotificationQueueContract {

    private SqsClient sqs;
    private String queueUrl;

    @BeforeEach
    void create() {
        sqs = Emulator.clients().sqs();
        queueUrl = sqs.createQueue(request -> request.queueName("notifications-" + UUID.randomUUID()))
                .queueUrl();
    }

    @Override
    protected NotificationQueue queue() {
        return new SqsNotificationQueue(sqs, queueUrl);
    }

    @Override
    protected List<String> handedOver() {
        var bodies = new ArrayList<String>();
        for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
            messages.forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
                .messages();
    }

    @Test
    void aQueueThatIsNotThereIsUnavailableByItsCode() {
        var none = new SqsNotificationQueue(sqs, queueUrl + "-none");
        var notification =
                new Notification.Conflicting(new Identity("default", "t-1"), "v1:abc", Samples.RECEIVED, Samples.TRACE);
        assertThatThrownBy(() -> none.send(notification))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("SQS SendMessage: ")
                .hasMessageContaining("NonExistentQueue");
    }
}
