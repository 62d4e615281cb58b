package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.SourceSecretsContract;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

class SecretsManagerSourceSecretsTest extends SourceSecretsContract {

    private final String prefix = "sluice/" + UUID.randomUUID() + "/source/";
    private SecretsManagerClient secretsManager;

    @BeforeEach
    void connect() {
        secretsManager = Emulator.clients().secretsManager();
    }

    @Override
    protected SourceSecrets secrets() {
        return new SecretsManagerSourceSecrets(secretsManager, prefix);
    }

    @Override
    protected void set(String source, List<Set> secrets) {
        write(source, JsonText.object(json -> {
            json.writeArrayFieldStart("secrets");
            for (var secret : secrets) {
                json.writeStartObject();
                json.writeStringField("secret", secret.written());
                if (secret.endsAt().isPresent()) {
                    json.writeStringField("endsAt", secret.endsAt().get().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    @Test
    void aSecretWithoutAValueIsNoSecret() {
        secretsManager.createSecret(request -> request.name(prefix + "default"));
        assertThat(secrets().of("default")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fake",
                "{}",
                "{\"secrets\":[1]}",
                "{\"secrets\":[{}]}",
                "{\"secrets\":[{\"secret\":\"whsec_short\"}]}",
                "{\"secrets\":[{\"secret\":\"whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"endsAt\":\"soon\"}]}"
            })
    void aSecretThatDoesNotReadIsUnavailableAndNotRepeated(String text) {
        write("default", text);
        assertThatThrownBy(() -> secrets().of("default"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("a source's secret does not read");
    }

    private void write(String source, String text) {
        try {
            secretsManager.createSecret(request -> request.name(prefix + source).secretString(text));
        } catch (ResourceExistsException e) {
            secretsManager.putSecretValue(
                    request -> request.secretId(prefix + source).secretString(text));
        }
    }
}
