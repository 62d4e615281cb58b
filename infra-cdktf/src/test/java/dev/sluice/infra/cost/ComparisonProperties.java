package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.settings.Architecture;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of the comparisons. */
class ComparisonProperties {

    private static final Bill MONTH =
            Usage.of(Settings.of(Map.of(Settings.SUFFIX_VARIABLE, Preset.STAGING.word())), Inputs.USUAL, 100_000_000);
    private static final BigDecimal BREAK_EVEN = FixedCapacity.breakEven(Prices.FIXED_WRITE, Prices.WRITE);

    @Property
    void beyondAWholeProcessorMemoryIsPaidForAndBuysNothing(
            @ForAll @IntRange(min = 1_769, max = 10_000) int some, @ForAll @IntRange(min = 1, max = 240) int more) {
        var less = size(some, 1_000);
        var greater = size(some + more, 1_000);

        assertThat(greater.milliseconds()).isEqualByComparingTo(less.milliseconds());
        assertThat(greater.dollars().multiply(new BigDecimal(some)))
                .isEqualByComparingTo(less.dollars().multiply(new BigDecimal(some + more)));
    }

    @Property
    void twiceTheEventsCostTwice(
            @ForAll @IntRange(min = 128, max = 10_240) int megabytes, @ForAll @LongRange(max = 1L << 40) long events) {
        assertThat(size(megabytes, 2 * events).dollars())
                .isEqualByComparingTo(size(megabytes, events).dollars().multiply(new BigDecimal("2")));
    }

    @Property
    void aFixedCapacityIsCheaperAboveBreakEvenAndDearerBelow(@ForAll @IntRange(min = 1, max = 1_000) int thousandths) {
        var used = BigDecimal.valueOf(thousandths, 3);
        // No unit a second is set in part: near break-even that may turn it round.
        var unit = new FixedCapacity(BigDecimal.ONE, BigDecimal.ONE).dollars();
        var fixed = FixedCapacity.of(MONTH, used).dollars();
        var onDemand = FixedCapacity.onDemand(MONTH);

        if (used.compareTo(BREAK_EVEN) < 0) {
            assertThat(fixed).isGreaterThan(onDemand);
        } else {
            assertThat(fixed.subtract(unit)).isLessThan(onDemand);
        }
    }

    @Property
    void theMoreOfAFixedCapacityIsUsedTheLessItCosts(
            @ForAll @IntRange(min = 1, max = 500) int some, @ForAll @IntRange(max = 500) int more) {
        assertThat(FixedCapacity.of(MONTH, BigDecimal.valueOf(some + more, 3)).dollars())
                .isLessThanOrEqualTo(
                        FixedCapacity.of(MONTH, BigDecimal.valueOf(some, 3)).dollars());
    }

    @Property
    void eachMonthOfLogsIsTakenInForTheSameAndKeptForEverForMore(@ForAll @IntRange(min = 1, max = 1_200) int months) {
        var now = keeping(months);
        var next = keeping(months + 1);
        var first = keeping(1);

        assertThat(next.takenIn().subtract(now.takenIn())).isEqualByComparingTo(first.takenIn());
        assertThat(next.keptThirtyDays().subtract(now.keptThirtyDays())).isEqualByComparingTo(first.keptThirtyDays());
        assertThat(next.keptForEver().subtract(now.keptForEver()))
                .isEqualByComparingTo(next.lastMonthForEver())
                .isGreaterThan(first.keptForEver());
    }

    private static LogKeeping keeping(int months) {
        return LogKeeping.after(months, MONTH, Traffic.ASSUMED.logCompressed());
    }

    private static MemorySize size(int megabytes, long events) {
        return MemorySize.of(Pipeline.VALIDATOR, megabytes, events, Inputs.USUAL, Prices.running(Architecture.ARM64));
    }
}
