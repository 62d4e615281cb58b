package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.TransactionTopic;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

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
                    .messageAttributes(SnsAttributes.of(MessageAttributes.of(announcement))));
        } catch (SdkException e) {
            throw Failures.unavailable("SNS Publish", e);
        }
    }
}
