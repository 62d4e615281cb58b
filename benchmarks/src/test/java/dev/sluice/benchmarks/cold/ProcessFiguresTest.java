package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {

    @Test
    void aNameMayHoldAnything() {
        var stat = "42 (a ) 9 9 (b) S 1 42 42 0 -1 4194304 100 200 0 0 12 3 4 5 20 0 17 0 99 100 200";
        assertThat(ProcessFigures.cpuMicros(stat)).isEqualTo(240_000);
    }

    @Test
    void thePeakIsTheHighWaterMark() {
        assertThat(ProcessFigures.peakBytes(List.of("VmPeak:\t  9000 kB", "VmHWM:\t   123 kB", "VmRSS:\t 99 kB")))
                .isEqualTo(123 * 1024);
        assertThat(ProcessFigures.peakBytes(List.of())).isZero();
    }
}
