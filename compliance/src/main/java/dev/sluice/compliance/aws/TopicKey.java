package dev.sluice.compliance.aws;

import dev.sluice.compliance.port.RepairTarget;
import dev.sluice.compliance.proposal.Proposal.Planned;
import dev.sluice.compliance.repair.Wording;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;

/** With which key a topic is encrypted; the target is its ARN. */
record TopicKey(SnsClient sns, TopicTags topics) implements RepairTarget {

    private static final String KEY = "KmsMasterKeyId";

    @Override
    public Optional<Present> present(Planned planned) {
        return attributes(planned.target())
                .flatMap(attributes -> topics.tags(planned.target()).map(tags -> new Present(key(attributes), tags)));
    }

    private Optional<Map<String, String>> attributes(String arn) {
        return Calls.find(
                "SNS GetTopicAttributes",
                TopicTags.ABSENT,
                () -> sns.getTopicAttributes(request -> request.topicArn(arn)).attributes());
    }

    private static String key(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(KEY))
                .filter(key -> !key.isEmpty())
                .orElse(Wording.NO_KEY);
    }

    @Override
    public void change(Planned planned) {
        Calls.make(
                "SNS SetTopicAttributes",
                () -> sns.setTopicAttributes(request ->
                        request.topicArn(planned.target()).attributeName(KEY).attributeValue(planned.after())));
    }
}
