package dev.sluice.integration;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project as it is when it has just been cloned: sources, and nothing that was ever built. */
class FreshCheckoutTest {

    /** What builds and tools leave behind; no source lies in a folder of such a name. */
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules", "cdktf.out", ".sluice");

    /** It may have plugins to download. */
    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    Path folder;

    @Test
    void theCommandBuildsAllThatItNeedsAndRuns() throws IOException, InterruptedException {
        var checkout = folder.resolve("checkout");
        copySources(Sluice.ROOT, checkout);
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(checkout.resolve("sluice").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        assertThat(process.waitFor()).as(Files.readString(printed)).isZero();
        assertThat(printed).content().contains("sluice 0.1.0");
    }

    private static void copySources(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(source.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(source).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Files.copy(source, to.resolve(from.relativize(source).toString()), COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
