package dev.sluice.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(5, Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongest() {
        assertThat(patience.after(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
        assertThat(patience.after(3, Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
        assertThat(patience.after(1_000, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsAsLongAsItIsAskedToButNotLongerThanTheLongest() {
        assertThat(patience.after(1, Duration.ofMillis(700))).isEqualTo(Duration.ofMillis(700));
        assertThat(patience.after(1, Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
