package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void aMachineIsItsCoresItsMemoryItsKernelAndItsJvm() throws IOException {
        assertThat(Machine.described())
                .matches("\\d+ cores \\(.+\\), \\d+ GB of memory, Linux .+, .+ "
                        + Runtime.version().feature() + "\\..*");
    }
}
