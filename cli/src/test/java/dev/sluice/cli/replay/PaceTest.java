package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void startsAreAsFarApartAsStated() throws InterruptedException {
        var began = System.nanoTime();
        var pace = new Pace(200);
        for (var i = 0; i < 11; i++) {
            pace.await();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
}
