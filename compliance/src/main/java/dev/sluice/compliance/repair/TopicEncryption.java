package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import dev.sluice.compliance.proposal.RepairKind;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.Encryption;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A topic is encrypted with the environment's own key, or else with one that another of its topics has: whichever can be
 * used by all who publish to it and all whom it delivers to.
 */
final class TopicEncryption implements Remedy {

    private static final String TOPIC = "aws_sns_topic";

    private static final String KEY = "kms_master_key_id";

    /** What the key of the pipeline goes by in an environment. */
    private static final String ALIAS = "alias/sluice-pipeline-";

    @Override
    public RepairKind kind() {
        return RepairKind.TOPIC_ENCRYPTION;
    }

    @Override
    public Set<String> rules() {
        return Set.of("kms-encryption-off");
    }

    @Override
    public Draft draft(Resource topic, Cloud cloud, Norm norm) {
        var arn = cloud.text(topic, "arn");
        if (!topic.type().equals(TOPIC) || arn.isEmpty()) {
            return new Draft.None();
        }
        var changes = keys(cloud, norm)
                .flatMap(key -> cloud.text(key, "arn").stream())
                .distinct()
                .map(key -> change(topic, arn.get(), named(topic, cloud), key))
                .toList();
        return changes.isEmpty()
                ? new Draft.Barred("there is no key " + ALIAS + norm.suffix() + ", and no topic here has one")
                : new Draft.Changes(changes);
    }

    private static String named(Resource topic, Cloud cloud) {
        return cloud.text(topic, KEY).filter(key -> !key.isEmpty()).orElse(Wording.NO_KEY);
    }

    private static Draft.Change change(Resource topic, String arn, String before, String key) {
        return new Draft.Change(topic, Amended.with(topic, KEY, Value.text(key)), arn, before, key);
    }

    private static Stream<Resource> keys(Cloud cloud, Norm norm) {
        var own = cloud.keys().key(Value.text(ALIAS + norm.suffix()));
        var ofOthers = cloud.of(TOPIC).stream()
                .flatMap(other -> cloud.keys().of(other) instanceof Encryption.Key(var key)
                        ? Stream.of(key)
                        : Stream.<Resource>empty())
                .sorted(Comparator.comparing(Resource::address));
        return Stream.concat(own.stream(), ofOthers).filter(key -> !key.data());
    }
}
