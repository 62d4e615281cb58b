package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A key that stays the same for as long as it lives. */
public final class KeyNeverRotated implements Rule {

    private static final Card CARD = new Card(
            "kms-key-never-rotated",
            Severity.WARNING,
            "A key is not rotated",
            "All that is ever encrypted hangs on one piece of key material, and standards from PCI DSS on ask for a change "
                    + "every year. Rotation changes nothing for those who use the key.",
            "Set enable_key_rotation = true on the key.",
            "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_kms_key").stream().filter(key -> canBe(cloud, key)).flatMap(key -> found(cloud, key));
    }

    /** KMS rotates symmetric keys whose material it made itself. */
    private static boolean canBe(Cloud cloud, Resource key) {
        return isOrIsNotSaid(cloud.at(key, "customer_master_key_spec"), "SYMMETRIC_DEFAULT")
                && isOrIsNotSaid(cloud.at(key, "key_usage"), "ENCRYPT_DECRYPT")
                && key.at("custom_key_store_id").isAbsent();
    }

    private static boolean isOrIsNotSaid(Value value, String wanted) {
        return value.isAbsent() || value.asText().map(wanted::equals).orElse(false);
    }

    private Stream<Finding> found(Cloud cloud, Resource key) {
        var rotated = cloud.at(key, "enable_key_rotation");
        if (rotated.isAbsent()) {
            return Stream.of(broken(key, "it says nothing of rotation, which is then off"));
        }
        return rotated.asTruth()
                .map(on -> on ? Stream.<Finding>empty() : Stream.of(broken(key, "its rotation is switched off")))
                .orElseGet(() -> Stream.of(cannotTell(key, "whether it is rotated is not known before a deploy")));
    }
}
