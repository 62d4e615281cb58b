package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.FindingAlert;
import dev.sluice.compliance.port.FindingTopic;
import dev.sluice.compliance.telling.FindingAlertJson;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes alerts on an SNS topic. */
final class SnsFindingTopic implements FindingTopic {

    private final SnsClient sns;
    private final String topicArn;

    SnsFindingTopic(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(FindingAlert alert) {
        try {
            sns.publish(request -> request.topicArn(topicArn)
                    .subject(FindingAlertJson.subject(alert))
                    .message(FindingAlertJson.write(alert))
                    .messageAttributes(Map.of(
                            "severity", text(alert.severity().name().toLowerCase(Locale.ROOT)),
                            "rule", text(alert.rule()))));
        } catch (SdkException e) {
            throw Failures.unavailable("SNS Publish (finding)", e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
