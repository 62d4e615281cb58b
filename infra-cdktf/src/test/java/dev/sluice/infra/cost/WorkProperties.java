package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of how long a function runs with more or less memory. */
class WorkProperties {

    private static final BigDecimal CALL = new BigDecimal("10");
    private static final int MOST = 10_240;

    @Property
    void moreMemoryNeverMakesItSlowerAndNeverFasterThanAWholeProcessor(
            @ForAll @IntRange(max = 100_000) int microseconds,
            @ForAll @IntRange(max = 20) int calls,
            @ForAll @IntRange(min = 128, max = MOST) int some,
            @ForAll @IntRange(max = MOST) int more) {
        var work = new Work(BigDecimal.valueOf(microseconds, 3), calls, 1);

        assertThat(work.milliseconds(some + more, CALL))
                .isLessThanOrEqualTo(work.milliseconds(some, CALL))
                .isGreaterThanOrEqualTo(work.ownMilliseconds().add(CALL.multiply(new BigDecimal(calls))));
    }

    @Property
    void beyondAWholeProcessorNothingIsGained(@ForAll @IntRange(min = 1_769, max = MOST) int megabytes) {
        assertThat(Examples.LONG.milliseconds(megabytes, CALL))
                .isEqualByComparingTo(Examples.LONG.milliseconds(Work.WHOLE_PROCESSOR_MEGABYTES, CALL));
    }
}
