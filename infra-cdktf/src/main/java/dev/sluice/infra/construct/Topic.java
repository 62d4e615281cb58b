package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import dev.sluice.infra.settings.Settings;
import software.constructs.Construct;

/** An encrypted topic. */
final class Topic {

    private final SnsTopic topic;

    Topic(Construct scope, String name, Settings settings, PipelineKey key) {
        topic = Address.keep(
                name,
                SnsTopic.Builder.create(scope, name + "-topic")
                        .name(settings.nameOf(name))
                        .kmsMasterKeyId(key.arn())
                        .build());
    }

    String arn() {
        return topic.getArn();
    }

    String name() {
        return topic.getName();
    }
}
