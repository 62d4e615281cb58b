package dev.sluice.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void anEvenPaceDoesNotWaitForAnybody() {
        var pace = new Pace.Even(1_000);
        assertThat(pace.dueAfter(0)).isZero();
        assertThat(pace.dueAfter(1)).isEqualTo(1_000_000);
        assertThat(pace.dueAfter(90_000)).isEqualTo(90_000_000_000L);
    }

    @Test
    void asFastAsItGoesIsAlwaysDue() {
        assertThat(new Pace.AsFastAsItGoes().dueAfter(90_000)).isZero();
    }
}
