package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.Tag;

/**
 * Reads KMS: each alias, {@code aws_kms_alias.alias/NAME}, the key behind it and each key that bears the tags, {@code
 * aws_kms_key.ID}.
 */
final class KeyReader implements ServiceReader {

    private static final Service KMS = new Service("kms");
    private static final String ALIAS = "alias/";

    /** The policy that a key has; there is no other. */
    private static final String POLICY = "default";

    /** KMS makes a key that waits to be deleted good for nothing; the provider shows none. */
    private static final Set<KeyState> GOING = Set.of(KeyState.PENDING_DELETION, KeyState.PENDING_REPLICA_DELETION);

    private final KmsClient kms;

    KeyReader(KmsClient kms) {
        this.kms = kms;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var aliases = KMS.list("ListAliases", () -> kms.listAliasesPaginator().aliases()).stream()
                .filter(alias -> alias.targetKeyId() != null
                        && scope.names(alias.aliasName().substring(ALIAS.length())))
                .toList();
        var keys = new LinkedHashSet<>(tagged.of("kms", "key/"));
        aliases.forEach(alias -> keys.add(alias.targetKeyId()));
        return Stream.concat(
                        aliases.stream().map(KeyReader::alias), keys.stream().flatMap(key -> key(key, unread)))
                .toList();
    }

    private static Resource alias(AliasListEntry told) {
        var name = told.aliasName();
        return LiveResource.of("aws_kms_alias", name)
                .text("id", name)
                .text("name", name)
                .text("arn", told.aliasArn())
                .text("target_key_id", told.targetKeyId())
                .text("target_key_arn", keyArn(told))
                .made();
    }

    private static String keyArn(AliasListEntry told) {
        return told.aliasArn().substring(0, told.aliasArn().indexOf(ALIAS)) + "key/" + told.targetKeyId();
    }

    private Stream<Resource> key(String id, Unread unread) {
        var key = LiveResource.of("aws_kms_key", id).text("id", id).text("key_id", id);
        var asking = KMS.about(key, unread);
        asking.of(
                        "DescribeKey",
                        () -> kms.describeKey(request -> request.keyId(id)).keyMetadata(),
                        told -> described(key, told, asking),
                        List.of("arn", "customer_master_key_spec", "key_usage", "custom_key_store_id"))
                .of(
                        "GetKeyPolicy",
                        () -> kms.getKeyPolicy(request -> request.keyId(id).policyName(POLICY))
                                .policy(),
                        told -> key.text("policy", told),
                        List.of("policy"))
                .of(
                        "GetKeyRotationStatus",
                        "UnsupportedOperationException",
                        () -> kms.getKeyRotationStatus(request -> request.keyId(id)),
                        told -> key.truth("enable_key_rotation", told.keyRotationEnabled())
                                .number("rotation_period_in_days", told.rotationPeriodInDays()),
                        List.of("enable_key_rotation"))
                .of(
                        "ListResourceTags",
                        () -> kms.listResourceTagsPaginator(request -> request.keyId(id)).tags().stream()
                                .collect(Collectors.toMap(Tag::tagKey, Tag::tagValue)),
                        key::tags,
                        List.of("tags", "tags_all"));
        return asking.made().stream();
    }

    private static void described(LiveResource key, KeyMetadata told, Asking asking) {
        if (GOING.contains(told.keyState())) {
            asking.gone();
        }
        key.text("arn", told.arn())
                .text("description", told.description())
                .text(
                        "customer_master_key_spec",
                        (told.keySpec() == null ? KeySpec.SYMMETRIC_DEFAULT : told.keySpec()).toString())
                .text("key_usage", told.keyUsageAsString())
                .text("custom_key_store_id", told.customKeyStoreId())
                .truth("is_enabled", told.enabled())
                .truth("multi_region", told.multiRegion());
    }
}
