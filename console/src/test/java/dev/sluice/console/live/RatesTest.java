package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final long SECOND = 1_000_000_000L;

    private final Rates rates = new Rates();

    private double at(long second, long count) {
        return rates.next(second * SECOND, Map.of("processor", count)).get("processor");
    }

    @Test
    void whatIsSeenForTheFirstTimeDidNotGrow() {
        assertThat(at(0, 1_000)).isZero();
    }

    @Test
    void aRateIsThatOfTheLastFiveSeconds() {
        at(0, 0);
        assertThat(at(1, 100)).isEqualTo(100.0);
        assertThat(at(4, 100)).isEqualTo(25.0);
        assertThat(at(5, 100)).isEqualTo(20.0);
        assertThat(at(6, 100)).isZero();
    }

    @Test
    void whatWasLookedAtLongAgoIsStillSomethingToCompareWith() {
        at(0, 0);
        assertThat(at(100, 50)).isEqualTo(0.5);
    }

    @Test
    void aCountThatShrinksHasNoRate() {
        at(0, 100);
        assertThat(at(1, 90)).isZero();
    }
}
