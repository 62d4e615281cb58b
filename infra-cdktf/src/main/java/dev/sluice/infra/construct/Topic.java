package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/** An encrypted topic. */
final class Topic {

    private final SnsTopic topic;

    Topic(Construct scope, String name, Settings settings, StackKey key) {
        topic = Address.keep(
                name,
                SnsTopic.Builder.create(scope, name + "-topic")
                        .name(settings.nameOf(name))
                        .kmsMasterKeyId(key.arn())
                        .build());
    }

    /**
     * Has mails sent of what is published, to whoever confirms the one that SNS asks by.
     *
     * @param address names the subscriptions, each with a number behind it
     */
    void mail(Construct scope, String address, List<String> recipients) {
        for (var index = 0; index < recipients.size(); index++) {
            var numbered = address + "-" + (index + 1);
            Address.keep(
                    numbered,
                    SnsTopicSubscription.Builder.create(scope, numbered)
                            .topicArn(topic.getArn())
                            .protocol("email")
                            .endpoint(recipients.get(index))
                            .build());
        }
    }

    String arn() {
        return topic.getArn();
    }

    String name() {
        return topic.getName();
    }
}
