package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.settings.Architecture;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparisons that people ask for, in examples and against the bill's own lines. */
class ComparisonTest {

    private static final long MILLION = 1_000_000;
    private static final Settings STAGING = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, Preset.STAGING.word()));
    private static final Bill MONTH = Usage.of(STAGING, Examples.ROUND, MILLION);

    @Test
    void theMemoryThatIsSetCostsWhatTheBillSays() {
        for (var function : List.of(Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.ENRICHER)) {
            var size = MemorySize.of(
                    function,
                    STAGING.get(Options.memory(function)),
                    MILLION,
                    Examples.ROUND,
                    Prices.running(Architecture.ARM64));

            assertThat(MONTH.lines())
                    .filteredOn(line -> line.what().equals(function.name() + " running"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.dollars()).isEqualByComparingTo(size.dollars()));
        }
    }

    @Test
    void threeThousandMegabytesCostFourTimesWhatFiveHundredDoAndSaveFiveMilliseconds() {
        var sizes = MemorySize.all(Pipeline.VALIDATOR, MILLION, Examples.ROUND, Prices.running(Architecture.ARM64));

        // 17 ms × 0.5 GB and 12 ms × 2.9375 GB, a million times, at 0.0000133334.
        assertThat(at(512, sizes).dollars()).isEqualByComparingTo("0.1133339");
        assertThat(at(3_008, sizes).dollars()).isEqualByComparingTo("0.47000235");
        assertThat(at(512, sizes).milliseconds()).isEqualByComparingTo("17");
        assertThat(at(3_008, sizes).milliseconds()).isEqualByComparingTo("12");
        // 2 × 1,769 ÷ 256 + 10 is 24 ms: 24 × 0.25 is less than 17 × 0.5. 128 MB would be less still, and 200 do not
        // fit.
        assertThat(MemorySize.cheapest(sizes).megabytes()).isEqualTo(256);
        assertThat(MemorySize.fastest(sizes).megabytes()).isEqualTo(1_769);
        assertThat(at(128, sizes).fits()).isFalse();
    }

    @Test
    void whatFitsIntoNoMemoryHasNoneToChoose() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemorySize.cheapest(List.of()))
                .withMessage("it fits into none of them");
    }

    @Test
    void aFixedCapacityIsPaidForByTheHour() {
        // 26,008,000 writes and 40,000,000 reads over 2,628,000 s, a half of what is set: 19.79 and 30.44 a second.
        var capacity = FixedCapacity.of(MONTH, new BigDecimal("0.5"));

        assertThat(capacity).isEqualTo(new FixedCapacity(new BigDecimal("20"), new BigDecimal("31")));
        // 20 × 730 × 0.00065 and 31 × 730 × 0.00013.
        assertThat(capacity.dollars()).isEqualByComparingTo("12.4319");
        assertThat(FixedCapacity.onDemand(MONTH))
                .isEqualByComparingTo(new Bill(MONTH.lines().stream()
                                .filter(line -> line.price().product().equals("DynamoDB"))
                                .filter(line -> !line.price().unit().equals("GB-month"))
                                .toList())
                        .dollars());
    }

    @Test
    void aFixedCapacityPaysFromTwentyNineHundredthsInUseOn() {
        // 0.00065 ÷ (3,600 × 0.000000625).
        assertThat(FixedCapacity.breakEven(Prices.FIXED_WRITE, Prices.WRITE).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.2889");
        assertThat(FixedCapacity.breakEven(Prices.FIXED_READ, Prices.READ).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.2889");
    }

    @Test
    void aFunctionThatIsKeptWarmPaysFromThreeFifthsOfTheTimeAtWorkOn() {
        // 0.0000033334 ÷ (0.0000133334 − 0.0000077778).
        assertThat(FixedCapacity.breakEven(Prices.WARM_ARM, Prices.RUNNING_WARM_ARM, Prices.RUNNING_ARM)
                        .setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.6000");
    }

    @Test
    void aShareThatIsNoneOrMoreThanAllIsRefused() {
        for (var used : List.of("0", "-0.1", "1.1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FixedCapacity.of(MONTH, new BigDecimal(used)))
                    .withMessage("what is used is a share above 0, up to 1, not " + used);
        }
    }

    @Test
    void aMonthOfLogsCostsWhatTheBillSays() {
        var month = LogKeeping.after(1, MONTH, Traffic.ASSUMED.logCompressed());

        assertThat(month.takenIn()).isEqualByComparingTo(Prices.LOG_INTAKE.of(MONTH.quantity(Prices.LOG_INTAKE)));
        assertThat(month.keptThirtyDays())
                .isEqualByComparingTo(Prices.LOG_STORAGE.of(MONTH.quantity(Prices.LOG_STORAGE)));
        assertThat(month.keptForEver()).isEqualByComparingTo(month.keptThirtyDays());
    }

    @Test
    void afterThreeYearsKeepingLogsForEverHasCostEighteenAndAHalfTimesAsMuch() {
        // 3.002 invocations of 970 bytes, and 400 of the API: 3.31194 GB a month; 0.50 a GB taken in, 0.15 × 0.03 kept.
        var years = LogKeeping.after(36, MONTH, Traffic.ASSUMED.logCompressed());

        assertThat(years.takenIn()).isEqualByComparingTo("59.61492");
        assertThat(years.keptThirtyDays()).isEqualByComparingTo("0.53653428");
        // 36 × 37 ÷ 2 months instead of 36.
        assertThat(years.keptForEver()).isEqualByComparingTo("9.92588418");
        assertThatIllegalArgumentException().isThrownBy(() -> LogKeeping.after(0, MONTH, BigDecimal.ONE));
    }

    @Test
    void aStartIsPaidForAsIfItWereWork() {
        var ways = ColdStart.all(Pipeline.VALIDATOR, 512, MILLION, Examples.ROUND);

        // A hundredth of a million times 1,000 ms × 1,769 ÷ 512 = 3,456 ms, of 0.5 GB at 0.0000133334.
        assertThat(ways.get(1).milliseconds()).isEqualByComparingTo("3456");
        assertThat(ways.get(1).starts()).isEqualByComparingTo("0.230401152");
        // 200 ms × 1,769 ÷ 512 = 692 ms at 0.0000166667.
        assertThat(ways.get(2).milliseconds()).isEqualByComparingTo("692");
        assertThat(ways.get(2).starts()).isEqualByComparingTo("0.057666782");
        assertThat(ways.get(2).running()).isGreaterThan(ways.get(1).running());
    }

    private static MemorySize at(int megabytes, List<MemorySize> sizes) {
        return sizes.stream()
                .filter(size -> size.megabytes() == megabytes)
                .findFirst()
                .orElseThrow();
    }
}
