package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    Path folder;

    @Test
    void versionsAreThoseOfTheFilesThatAreThere() throws IOException {
        for (var jar : List.of(
                "jackson-core-2.23.0.jar", "jackson-core-extra-1.0.jar", "jmh-core-1.37.jar", "jmh-core-1.37.txt")) {
            Files.createFile(folder.resolve(jar));
        }
        assertThat(Machine.versions(folder, List.of("jmh-core", "jackson-core", "missing")))
                .containsExactly("jmh-core 1.37", "jackson-core 2.23.0");
    }

    @Test
    void aMachineIsItsCoresItsMemoryItsKernelAndItsJvm() throws IOException {
        assertThat(Machine.described())
                .matches("\\d+ cores \\(.+\\), \\d+ GB of memory, Linux .+, .+ "
                        + Runtime.version().feature() + "\\..*");
    }
}
