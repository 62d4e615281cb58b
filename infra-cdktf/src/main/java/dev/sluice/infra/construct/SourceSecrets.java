package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.secretsmanager_secret.SecretsmanagerSecret;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/** A secret for each source, without a value: what is in it never passes through Terraform or its state. */
final class SourceSecrets {

    private SourceSecrets() {}

    static List<SecretsmanagerSecret> of(Construct scope, Settings settings, StackKey key) {
        return settings.sources().stream()
                .map(source -> Address.keep(
                        "source-" + source,
                        SecretsmanagerSecret.Builder.create(scope, "secret-" + source)
                                .name(settings.sourceSecretsPrefix() + source)
                                .description("What the source " + source + " signs with; filled outside of Terraform")
                                .kmsKeyId(key.arn())
                                .recoveryWindowInDays(settings.get(Options.SECRET_RECOVERY))
                                .build()))
                .toList();
    }
}
