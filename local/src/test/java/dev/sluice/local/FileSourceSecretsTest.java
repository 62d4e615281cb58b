package dev.sluice.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.SourceSecretsContract;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceSecretsTest extends SourceSecretsContract {

    @TempDir
    Path folder;

    @Override
    protected SourceSecrets secrets() {
        return new FileSourceSecrets(Secrets.file(folder));
    }

    @Override
    protected void set(String source, List<Set> secrets) {
        try {
            PrivateFile.write(Secrets.file(folder), JsonText.object(json -> {
                json.writeObjectFieldStart("sources");
                json.writeArrayFieldStart(source);
                for (var secret : secrets) {
                    json.writeStartObject();
                    json.writeStringField("secret", secret.written());
                    if (secret.endsAt().isPresent()) {
                        json.writeStringField("endsAt", secret.endsAt().get().toString());
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsMissingOrDoesNotReadIsUnavailable() throws IOException {
        assertThatThrownBy(() -> secrets().of("default")).isInstanceOf(Unavailable.class);
        Files.writeString(Secrets.file(folder), "{\"sources\":{\"default\":[1]}}");
        assertThatThrownBy(() -> secrets().of("default")).isInstanceOf(Unavailable.class);
    }
}
