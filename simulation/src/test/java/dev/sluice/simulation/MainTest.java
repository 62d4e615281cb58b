package dev.sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void aCampaignWhoseLawsHoldIsDone() {
        assertThat(Main.run(List.of("--seeds", "5", "--from", "10", "--threads", "1")))
                .isEqualTo(Main.DONE);
    }

    @Test
    void oneSeedIsTold() {
        assertThat(Main.run(List.of("--seed", "2"))).isEqualTo(Main.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--seeds", "--seeds 0", "--seeds many", "--seeds 5 --threads 0", "--colour 7"})
    void whatCannotBeDoneIsUsage(String line) {
        assertThat(Main.run(line.isEmpty() ? List.of() : List.of(line.split(" ", -1))))
                .isEqualTo(Main.USAGE);
    }
}
