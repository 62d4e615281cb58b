package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which retries Lambda can make. */
class AsynchronousTest {

    private static final DeadLetterQueue DEAD_LETTERS = new DeadLetterQueue("lost", Duration.ofDays(1));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theStandardIsTwoRetriesWithinSixHours() {
        assertThat(Asynchronous.standard(DEAD_LETTERS))
                .isEqualTo(new Asynchronous(List.of(MINUTE, Duration.ofMinutes(2)), Duration.ofHours(6), DEAD_LETTERS));
    }

    @Test
    void noRetryIsAnAnswerToo() {
        assertThat(new Asynchronous(List.of(), MINUTE, DEAD_LETTERS).waits()).isEmpty();
    }

    @Test
    void aThirdRetryIsRefused() {
        assertThatThrownBy(() -> new Asynchronous(List.of(MINUTE, MINUTE, MINUTE), MINUTE, DEAD_LETTERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lambda retries an asynchronous invocation at most twice: [PT1M, PT1M, PT1M]");
    }

    @Test
    void anEventOlderThanSixHoursCannotBeRetried() {
        assertThatThrownBy(() -> new Asynchronous(List.of(), Duration.ofHours(6).plusMillis(1), DEAD_LETTERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lambda keeps an event at most 6 hours: PT6H0.001S");
    }
}
