package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void anArchiveThatIsGoneIsNamed() throws IOException {
        var function = deployed(OTHER, Map.of("a.txt", new byte[1]));
        Files.delete(function.archive());

        assertThatThrownBy(() -> FunctionCode.of(function)).hasMessageContainingAll("tiny", "own.zip");
    }

    private DeployedFunction deployed(String architecture, Map<String, byte[]> contents) throws IOException {
        var archive = Stack.zip(contents);
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
