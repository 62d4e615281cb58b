package dev.sluice.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.benchmarks.figures.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {

    @Test
    void eachProcessIsComparedWithItself() {
        var memory = new PeakMemory(new Series(List.of(100.0, 200.0)), new Series(List.of(300.0, 400.0)));
        assertThat(memory.ofIdle()).isEqualTo(new Series(List.of(3.0, 2.0)));
    }
}
