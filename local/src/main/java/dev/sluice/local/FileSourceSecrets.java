package dev.sluice.local;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** One entry as it stands in the file. */
    record Entry(String secret, Optional<Instant> endsAt) {
        @Override
        public String toString() {
            return "Entry[endsAt=" + endsAt + "]";
        }
    }

    @Override
    public List<SigningSecret> of(String source) {
        try {
            return written(source).stream()
                    .map(entry -> SigningSecret.parse(entry.secret(), entry.endsAt()))
                    .toList();
        } catch (IOException e) {
            throw new Unavailable("the secrets of the sources could not be read", e);
        } catch (IllegalArgumentException e) {
            throw new Unavailable("the file of secrets does not read", e);
        }
    }

    /** @throws IllegalArgumentException where the file is not of this form; the message repeats nothing of it */
    List<Entry> written(String source) throws IOException {
        var sources = Fields.parse(READER, Files.readAllBytes(file)).object("sources");
        if (sources.find(source).isEmpty()) {
            return List.of();
        }
        return sources.listing(source).items().stream()
                .map(FileSourceSecrets::entry)
                .toList();
    }

    private static Entry entry(Written item) {
        if (!(item instanceof Written.Group group)) {
            throw new IllegalArgumentException("a source's secrets are objects with secret and endsAt");
        }
        var fields = new Fields(group);
        var endsAt = fields.findText("endsAt").isPresent()
                ? Optional.of(fields.instant("endsAt"))
                : Optional.<Instant>empty();
        return new Entry(fields.text("secret"), endsAt);
    }
}
