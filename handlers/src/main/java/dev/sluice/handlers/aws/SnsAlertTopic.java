package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.AlertJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.AlertTopic;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes alerts on an SNS topic. */
final class SnsAlertTopic implements AlertTopic {

    private final SnsClient sns;
    private final String topicArn;

    SnsAlertTopic(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(Alert alert) {
        try {
            sns.publish(request -> request.topicArn(topicArn)
                    .message(AlertJson.write(alert))
                    .messageAttributes(SnsAttributes.of(MessageAttributes.of(alert))));
        } catch (SdkException e) {
            throw Failures.unavailable("SNS Publish (alert)", e);
        }
    }
}
