package dev.sluice.benchmarks.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltTest {

    @TempDir
    Path repository;

    @Test
    void nothingBuiltIsNothing() throws IOException {
        var built = new Built(repository);
        assertThat(built.managed()).isEmpty();
        assertThat(built.own()).isEmpty();
        assertThat(built.peers()).isEmpty();
    }

    @Test
    void anArchiveIsAsLargeAsItsFileAndAsWhatIsInIt() throws IOException {
        zip("handlers/target/functions/validator.zip", "lib/validator.jar", 5_000);
        zip("compliance/target/functions/scanner.zip", "lib/scanner.jar", 700);
        Files.createFile(repository.resolve("handlers/target/functions/build-started"));

        assertThat(new Built(repository).managed())
                .satisfiesExactly(
                        validator -> assertThat(validator)
                                .isEqualTo(new Archive(
                                        "validator",
                                        Files.size(repository.resolve("handlers/target/functions/validator.zip")),
                                        5_000,
                                        0,
                                        0)),
                        scanner -> assertThat(scanner.name()).isEqualTo("scanner"));
    }

    @Test
    void aRuntimeAndACacheAreToldApart() throws IOException {
        var file = Files.createDirectories(repository.resolve("handlers/target/functions/own"))
                .resolve("validator.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("runtime/"));
            put(zip, "runtime/lib/modules", 3_000);
            put(zip, "runtime/bin/java", 40);
            put(zip, "lib/validator.jar", 500);
            put(zip, "validator.aot", 6_000);
        }
        assertThat(new Built(repository).own())
                .containsExactly(new Archive("validator", Files.size(file), 9_540, 3_040, 6_000));
        assertThat(new Built(repository).managed()).isEmpty();
    }

    @Test
    void aPeerIsPackedToSeeWhatItsUploadWouldBe() throws IOException {
        var folder = Files.createDirectories(repository.resolve("benchmarks/peers/plain/target/function/lib"));
        Files.createDirectories(repository.resolve("benchmarks/peers/unbuilt/src"));
        Files.write(folder.resolve("plain.jar"), new byte[100_000]);
        Files.write(folder.getParent().resolve("Handler.class"), new byte[1_000]);

        assertThat(new Built(repository).peers()).singleElement().satisfies(plain -> {
            assertThat(plain.name()).isEqualTo("plain");
            assertThat(plain.unpacked()).isEqualTo(101_000);
            assertThat(plain.packed()).isPositive().isLessThan(2_000);
        });
    }

    @Test
    void theCommandIsItsJarAndWhatLiesBesideIt() throws IOException {
        var libraries = Files.createDirectories(repository.resolve("cli/target/lib"));
        Files.write(libraries.resolveSibling("sluice.jar"), new byte[10]);
        Files.write(libraries.resolve("a.jar"), new byte[100]);
        Files.write(libraries.resolve("b.jar"), new byte[1_000]);

        assertThat(new Built(repository).command()).isEqualTo(10);
        assertThat(new Built(repository).libraries()).isEqualTo(1_100);
    }

    private void zip(String path, String entry, int size) throws IOException {
        var file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, entry, size);
        }
    }

    private static void put(ZipOutputStream zip, String entry, int size) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(new byte[size]);
        zip.closeEntry();
    }
}
