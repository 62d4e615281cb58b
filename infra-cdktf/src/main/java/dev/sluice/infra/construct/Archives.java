package dev.sluice.infra.construct;

import dev.sluice.blueprint.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is deployed of each function: a zip named after it, made by the build.
 *
 * @param folder where the zips lie
 */
public record Archives(Path folder) {

    /** An archive that was not built; the message says what builds it. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(Path archive) {
            super("there is no " + archive + "; ./mvnw package -Dgates=off -pl handlers -am makes it");
        }
    }

    Path of(Function function) {
        var archive = folder.resolve(function.name() + ".zip").toAbsolutePath();
        if (!Files.isRegularFile(archive)) {
            throw new Missing(archive);
        }
        return archive;
    }

    /** SHA-256 in base64, as Lambda tells it: another archive is another version. */
    String hash(Function function) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(of(function)));
            return Base64.getEncoder().encodeToString(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
