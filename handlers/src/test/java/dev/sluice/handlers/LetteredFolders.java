package dev.sluice.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Names the temporary folders of tests by letters alone.
 *
 * <p>JUnit's own names end in up to 19 random digits. Some of those read like a card number, and what prints a path hides
 * card numbers: a test that looks for its folder in what was printed would fail now and then.
 */
public final class LetteredFolders implements TempDirFactory {

    private static final int LETTERS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Path createTempDirectory(AnnotatedElementContext annotated, ExtensionContext test) throws IOException {
        var name = RANDOM.ints(LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), "junit-" + name), owner);
    }
}
