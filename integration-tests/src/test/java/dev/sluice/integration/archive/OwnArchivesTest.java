package dev.sluice.integration.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the archives with a runtime of their own hold, and what they must not hold. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the archives are for Linux x86_64")
class OwnArchivesTest {

    static final List<Function> FUNCTIONS = Pipeline.BLUEPRINT.functions();

    private static final Path FOLDER = Path.of("..", "handlers", "target", "functions", "own");

    /** What Lambda takes in one request (AWS, "Lambda quotas", deployment package, zipped, for direct upload). */
    private static final long DIRECT_UPLOAD = 50_000_000;

    /** What Lambda unpacks at most (the same, unzipped). */
    private static final long UNPACKED = 250_000_000;

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void itHoldsAProgramToStartAJavaACacheAndJars(Function function) throws IOException {
        try (var zip = new ZipFile(file(function).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains(
                            "bootstrap",
                            "runtime/bin/java",
                            "runtime/lib/modules",
                            "lib/client.so",
                            "lib/" + function.name() + ".jar",
                            function.name() + ".aot")
                    .allMatch(name -> name.matches("bootstrap|runtime/.*|lib/[^/]+\\.(jar|so)|[a-z]+\\.aot"));
            assertThat(bytes(zip, "lib/" + function.name() + ".jar"))
                    .as("the code is that of the managed runtime's archive")
                    .isEqualTo(Archive.of(function).contents().get(Archive.jarOf(function)));
        }
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void itKeepsLambdasLimits(Function function) throws IOException {
        var file = file(function);
        assertThat(Files.size(file)).isLessThan(DIRECT_UPLOAD);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(UNPACKED);
        }
    }

    /** What would make it differ from one folder, day or machine to another. */
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void itKnowsNeitherTimeNorPlace(Function function) throws IOException {
        var here = Path.of("..").toAbsolutePath().normalize().toString();
        try (var zip = new ZipFile(file(function).toFile())) {
            assertThat(zip.stream())
                    .extracting(ZipEntry::getLastModifiedTime)
                    .containsOnly(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            for (var name : List.of("bootstrap", function.name() + ".aot")) {
                assertThat(new String(bytes(zip, name), StandardCharsets.ISO_8859_1).contains(here))
                        .as(name)
                        .isFalse();
            }
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** Skips the test, loudly, where the build made no such archive; with {@code CI=true} that is a failure. */
    private static Path file(Function function) throws IOException {
        var file = FOLDER.resolve(function.name() + ".zip");
        if (!Files.exists(file)) {
            var why = file + " was not built, which takes a JDK from 25 on";
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "tests-partly-skipped.txt"), why);
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            assumeTrue(false, why);
        }
        return file;
    }
}
