package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How long a function runs with more or less memory, in examples. */
class WorkTest {

    private static final BigDecimal CALL = new BigDecimal("10");

    @Test
    void withLessThanAWholeProcessorItsOwnPartTakesLongerAndItsWaitingDoesNot() {
        // 2 × 1,769 ÷ 512 is 6.9 and something.
        assertThat(Examples.SHORT.milliseconds(512, CALL)).isEqualByComparingTo("17");
        // 8 × 1,769 ÷ 768 is 18.4 and something.
        assertThat(Examples.LONG.milliseconds(768, CALL)).isEqualByComparingTo("59");
        assertThat(Examples.SHORT.milliseconds(1_769, CALL)).isEqualByComparingTo("12");
        assertThat(Examples.LONG.milliseconds(3_008, CALL)).isEqualByComparingTo("48");
    }

    @Test
    void itFitsIntoWhatItTookAndNoLess() {
        assertThat(Examples.SHORT.fits(200)).isTrue();
        assertThat(Examples.SHORT.fits(199)).isFalse();
    }

    @Test
    void whatTakesLessThanNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Work(new BigDecimal("-1"), 0, 0))
                .withMessage("nothing takes less than nothing: -1 ms, 0 calls, 0 MB");
    }
}
