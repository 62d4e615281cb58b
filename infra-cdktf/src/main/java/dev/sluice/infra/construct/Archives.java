package dev.sluice.infra.construct;

import dev.sluice.blueprint.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is deployed of each function: a zip named after it, made by the build.
 *
 * @param folders where the zips lie, each module's in one of its own
 */
public record Archives(List<Path> folders) {

    /** Those that the build makes in a repository. */
    public static Archives in(Path repository) {
        return new Archives(Stream.of("handlers", "compliance")
                .map(module -> repository.resolve(module).resolve("target").resolve("functions"))
                .toList());
    }

    public Archives {
        folders = List.copyOf(folders);
    }

    /** An archive that was not built; the message says what builds it. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(String archive, List<Path> folders) {
            super("there is no " + archive + " in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(" or "))
                    + "; ./mvnw package -Dgates=off -pl handlers,compliance -am makes it");
        }
    }

    Path of(Function function) {
        var name = function.name() + ".zip";
        return folders.stream()
                .map(folder -> folder.resolve(name).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new Missing(name, folders));
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
