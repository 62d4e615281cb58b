package dev.sluice.local;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.SecretEntry;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/**
 * The sources' secrets in a file: {@code {"sources": {"default": [{"secret": "whsec_…", "endsAt": "…"}]}}}, newest
 * first. Read anew each time, so that a rotation needs no restart; callers cache.
 */
final class FileSourceSecrets implements SourceSecrets {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private final Path file;

    FileSourceSecrets(Path file) {
        this.file = file;
    }

    @Override
    public List<SigningSecret> of(String source) {
        try {
            return written(source).stream().map(SecretEntry::signing).toList();
        } catch (IOException e) {
            throw new Unavailable("the secrets of the sources could not be read", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unavailable("the file of secrets does not read", e);
        }
    }

    /** @throws IllegalArgumentException where the file is not of this form; the message repeats nothing of it */
    List<SecretEntry> written(String source) throws IOException {
        var sources = Fields.parse(READER, Files.readAllBytes(file)).object("sources");
        if (sources.find(source).isEmpty()) {
            return List.of();
        }
        return SecretEntry.readAll(sources.listing(source));
    }
}
