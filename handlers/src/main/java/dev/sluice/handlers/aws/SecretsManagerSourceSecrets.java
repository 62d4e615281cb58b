package dev.sluice.handlers.aws;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.SecretEntry;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The sources' secrets in Secrets Manager: a secret a source, named prefix and source, whose text is {@code {"secrets":
 * [{"secret": "whsec_…", "endsAt": "…"}]}}, newest first. Read anew each time; callers cache.
 */
final class SecretsManagerSourceSecrets implements SourceSecrets {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private final SecretsManagerClient secretsManager;
    private final String prefix;

    SecretsManagerSourceSecrets(SecretsManagerClient secretsManager, String prefix) {
        this.secretsManager = secretsManager;
        this.prefix = prefix;
    }

    @Override
    public List<SigningSecret> of(String source) {
        return text(source).map(SecretsManagerSourceSecrets::read).orElse(List.of());
    }

    private Optional<String> text(String source) {
        try {
            return Optional.ofNullable(secretsManager
                    .getSecretValue(request -> request.secretId(prefix + source))
                    .secretString());
        } catch (ResourceNotFoundException e) {
            // No secret of that name, or none with a value yet: nobody can sign for this source.
            return Optional.empty();
        } catch (SdkException e) {
            throw Failures.unavailable("Secrets Manager GetSecretValue", e);
        }
    }

    private static List<SigningSecret> read(String text) {
        try {
            return SecretEntry.readAll(Fields.parse(READER, text).listing("secrets")).stream()
                    .map(SecretEntry::signing)
                    .toList();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unavailable("a source's secret does not read", e);
        }
    }
}
