package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedRuntimeTest {

    @TempDir
    private Path folder;

    @Test
    void theHeapIsThreeQuartersOfTheMemory() throws IOException {
        var function = deployed("java21");

        assertThat(ManagedRuntime.of(function).command(function, folder, folder))
                .contains("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .endsWith(Tiny.class.getName() + "::handle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java99", "python3.13", "provided.al2023"})
    void aRuntimeThatCannotBeRunHereIsNamed(String runtime) throws IOException {
        var function = deployed(runtime);

        assertThatThrownBy(() -> ManagedRuntime.of(function)).hasMessageContainingAll("tiny", runtime);
    }

    private DeployedFunction deployed(String runtime) throws IOException {
        return new Stack(folder)
                .with("tiny", values -> values.put("runtime", runtime))
                .deployed()
                .functions()
                .getFirst();
    }
}
