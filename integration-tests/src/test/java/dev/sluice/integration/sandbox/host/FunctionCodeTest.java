package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionCodeTest {

    private static final String OTHER = Machine.isArm() ? "x86_64" : "arm64";

    @TempDir
    private Path folder;

    @Test
    void pureJavaRunsOnAnotherProcessorThanItWasDeployedFor() throws IOException {
        FunctionCode.of(deployed(OTHER, Map.of("lib/a.jar", Stack.zip(Map.of("a/A.class", new byte[1])))))
                .unpackInto(folder.resolve("task"));

        assertThat(folder.resolve("task").resolve("lib").resolve("a.jar")).exists();
    }

    @Test
    void nativeCodeForAnotherProcessorIsRefused() throws IOException {
        var function = deployed(OTHER, Map.of("lib/a.jar", Stack.zip(Map.of("jni/liba.so", new byte[1]))));

        assertThatThrownBy(() -> FunctionCode.of(function))
                .hasMessageContainingAll("tiny", OTHER, Machine.architecture(), "jni/liba.so");
    }

    @Test
    void nativeCodeForThisProcessorIsTaken() throws IOException {
        var function = deployed(Machine.architecture(), Map.of("liba.so", new byte[1]));

        FunctionCode.of(function).unpackInto(folder.resolve("task"));
        assertThat(folder.resolve("task").resolve("liba.so")).exists();
    }

    @Test
    void anArchiveThatReachesOutsideItselfIsRefused() throws IOException {
        var code = FunctionCode.of(deployed(OTHER, Map.of("../out.txt", new byte[1])));

        assertThatThrownBy(() -> code.unpackInto(folder.resolve("task"))).hasMessageContaining("outside itself");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    /** A cache of classes goes by the times of its jars. */
    @Test
    void filesKeepTheirTimes() throws IOException {
        var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("a.txt").setLastModifiedTime(time));
        }

        FunctionCode.of(deployed(OTHER, archive.toByteArray())).unpackInto(folder.resolve("task"));

        assertThat(Files.getLastModifiedTime(folder.resolve("task").resolve("a.txt")))
                .isEqualTo(time);
    }

    @Test
    void anArchiveThatIsGoneIsNamed() throws IOException {
        var function = deployed(OTHER, Map.of("a.txt", new byte[1]));
        Files.delete(function.archive());

        assertThatThrownBy(() -> FunctionCode.of(function)).hasMessageContainingAll("tiny", "own.zip");
    }

    private DeployedFunction deployed(String architecture, Map<String, byte[]> contents) throws IOException {
        return deployed(architecture, Stack.zip(contents));
    }

    private DeployedFunction deployed(String architecture, byte[] archive) throws IOException {
        Files.write(folder.resolve("own.zip"), archive);
        return new Stack(folder)
                .with("tiny", values -> {
                    values.put("filename", "own.zip").put("source_code_hash", Stack.hash(archive));
                    values.putArray("architectures").add(architecture);
                })
                .deployed()
                .functions()
                .getFirst();
    }
}
