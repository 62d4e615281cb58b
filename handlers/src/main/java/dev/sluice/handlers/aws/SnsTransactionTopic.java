package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.TransactionTopic;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes on an SNS topic; SNS has stored the message in several zones before it acknowledges. */
final class SnsTransactionTopic implements TransactionTopic {

    private final SnsClient sns;
    private final String topicArn;

    SnsTransactionTopic(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(Announcement announcement) {
        try {
            sns.publish(request -> request.topicArn(topicArn)
                    .message(AnnouncementJson.write(announcement))
                    .messageAttributes(attributes(announcement)));
        } catch (SdkException e) {
            throw Failures.unavailable("SNS Publish", e);
        }
    }

    private static Map<String, MessageAttributeValue> attributes(Announcement announcement) {
        var attributes = new HashMap<String, MessageAttributeValue>();
        MessageAttributes.of(announcement)
                .forEach((name, attribute) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(attribute.type())
                                .stringValue(attribute.value())
                                .build()));
        return attributes;
    }
}
