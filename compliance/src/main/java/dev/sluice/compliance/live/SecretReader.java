package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Reads Secrets Manager: each secret, and never what is in it.
 *
 * <p>A secret is {@code aws_secretsmanager_secret.NAME}, its policy one of its attributes. It is one of the environment's
 * where its name, or what is before the first slash in it, is one of the environment's. The days for which a deleted one may
 * be had back are not told by the account.
 */
final class SecretReader implements ServiceReader {

    private static final Service SECRETS_MANAGER = new Service("secretsmanager");

    private final SecretsManagerClient secretsManager;

    SecretReader(SecretsManagerClient secretsManager) {
        this.secretsManager = secretsManager;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        // By the whole ARN: its end is six characters of AWS's choice, which are not of the name.
        var bearing = new HashSet<>(tagged.arns());
        return SECRETS_MANAGER.list("ListSecrets", this::secrets).stream()
                .filter(listed -> scope.names(folder(listed.name())) || bearing.contains(listed.arn()))
                .flatMap(listed -> secret(listed, unread))
                .toList();
    }

    private List<SecretListEntry> secrets() {
        return secretsManager.listSecretsPaginator().stream()
                .flatMap(page -> page.secretList().stream())
                .toList();
    }

    private static String folder(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private Stream<Resource> secret(SecretListEntry listed, Unread unread) {
        var arn = listed.arn();
        var secret = LiveResource.of("aws_secretsmanager_secret", listed.name())
                .text("name", listed.name())
                .text("arn", arn)
                .text("id", arn);
        var asking = SECRETS_MANAGER.about(secret, unread);
        // The list may be five minutes old, the description is not.
        asking.of(
                        "DescribeSecret",
                        () -> secretsManager.describeSecret(request -> request.secretId(arn)),
                        described -> told(secret, asking, described),
                        List.of("kms_key_id", "tags", "tags_all"))
                .of(
                        "GetResourcePolicy",
                        () -> secretsManager.getResourcePolicy(request -> request.secretId(arn)),
                        policy -> secret.text("policy", policy.resourcePolicy()),
                        List.of("policy"));
        return asking.made().stream();
    }

    private static void told(LiveResource secret, Asking asking, DescribeSecretResponse described) {
        if (described.deletedDate() != null) {
            asking.gone();
        }
        secret.text("kms_key_id", described.kmsKeyId())
                .text("description", described.description())
                .tags(described.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }
}
