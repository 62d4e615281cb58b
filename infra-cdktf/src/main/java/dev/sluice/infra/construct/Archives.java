package dev.sluice.infra.construct;

import dev.sluice.blueprint.Function;
import dev.sluice.infra.settings.LambdaRuntime;
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
 * @param folders where the zips lie, each module's in one of its own; those with a runtime of their own in {@code own} there
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

        Missing(String archive, LambdaRuntime runtime, List<Path> folders) {
            super("there is no " + archive + " in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(" or "))
                    + "; ./mvnw package -Dgates=off -pl handlers,compliance -am makes it"
                    + switch (runtime) {
                        case MANAGED -> "";
                        case OWN -> ", on Linux x86_64 with a JDK from 25 on";
                    });
        }
    }

    Path of(Function function, LambdaRuntime runtime) {
        var name = switch (runtime) {
            case MANAGED -> function.name() + ".zip";
            case OWN -> "own/" + function.name() + ".zip";
        };
        return folders.stream()
                .map(folder -> folder.resolve(name).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new Missing(name, runtime, folders));
    }

    /** SHA-256 in base64, as Lambda tells it: another archive is another version. */
    String hash(Function function, LambdaRuntime runtime) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(of(function, runtime)));
            return Base64.getEncoder().encodeToString(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
