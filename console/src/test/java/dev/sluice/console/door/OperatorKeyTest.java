package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatorKeyTest {

    private final HandClock clock = new HandClock();
    private final OperatorKey key = new OperatorKey("the right one", clock);

    @Test
    void theRightKeyIsRightHoweverOften() {
        for (var i = 0; i <= OperatorKey.MOST_WRONG; i++) {
            assertThat(key.show("the right one")).isInstanceOf(OperatorKey.Shown.Right.class);
        }
        assertThat(key.show("the right one ")).isInstanceOf(OperatorKey.Shown.Wrong.class);
        assertThat(key.show("")).isInstanceOf(OperatorKey.Shown.Wrong.class);
    }

    @Test
    void afterTenWrongOnesAFurtherOneIsToRestAndTheRightOneIsLetIn() {
        guess(OperatorKey.MOST_WRONG);
        clock.pass(Duration.ofSeconds(20));

        assertThat(key.show("wrong")).isEqualTo(new OperatorKey.Shown.TooOften(Duration.ofSeconds(41)));
        assertThat(key.show("the right one")).isInstanceOf(OperatorKey.Shown.Right.class);
        clock.pass(Duration.ofSeconds(40));
        assertThat(key.show("wrong")).isInstanceOf(OperatorKey.Shown.Wrong.class);
    }

    @Test
    void aMinuteThatIsOverIsForgotten() {
        guess(OperatorKey.MOST_WRONG - 1);
        clock.pass(OperatorKey.MINUTE);
        guess(OperatorKey.MOST_WRONG - 1);

        assertThat(key.show("the right one")).isInstanceOf(OperatorKey.Shown.Right.class);
    }

    private void guess(int times) {
        IntStream.range(0, times)
                .forEach(i -> assertThat(key.show("wrong")).isInstanceOf(OperatorKey.Shown.Wrong.class));
    }
}
