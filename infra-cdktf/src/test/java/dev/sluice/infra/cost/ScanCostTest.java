package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.infra.Synthesized;
import dev.sluice.infra.settings.Preset;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the watch over an environment costs, in examples. */
class ScanCostTest {

    @ParameterizedTest
    @EnumSource
    void everyLineOfEveryPresetIsOfTheCatalogueAndCostsSomething(Preset preset) {
        assertThat(month(preset, "{}").lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(Prices.ALL).contains(line.price());
            assertThat(line.dollars()).isPositive();
        });
    }

    @Test
    void anHourlyScanRunsSevenHundredAndThirtyTimesForSevenSeconds() {
        // 730 × 7 s × 1 GB; a twentieth of them asks for repairs: 36.5 × 7 s × 0.5 GB.
        assertThat(month(Preset.DEV, "{}").quantity(Prices.RUNNING_ARM)).isEqualByComparingTo("5237.75");
    }

    @Test
    void aScanAsksForTheTagsOfEveryAlarm() {
        var alarms =
                Synthesized.of("dev", "{}").all("aws_cloudwatch_metric_alarm").size()
                        + Synthesized.ofCompliance("dev", "{}")
                                .all("aws_cloudwatch_metric_alarm")
                                .size();

        assertThat(month(Preset.DEV, "{}").quantity(Prices.CLOUDWATCH_REQUEST))
                .isEqualByComparingTo(new BigDecimal(730 * (1 + alarms)));
    }

    @Test
    void twiceAsOftenIsTwiceAsMuchOfWhatAScanUses() {
        var hourly = month(Preset.PROD, "{}");
        var oftener = month(Preset.PROD, """
                {"scan_every_minutes": 30}""");

        for (var price : new Price[] {Prices.RUNNING_ARM, Prices.WRITE, Prices.OBJECT_WRITE, Prices.OBJECT_STORAGE}) {
            assertThat(oftener.quantity(price))
                    .as(price.what())
                    .isEqualByComparingTo(hourly.quantity(price).multiply(new BigDecimal("2")));
        }
        assertThat(oftener.quantity(Prices.KEY)).isEqualByComparingTo(hourly.quantity(Prices.KEY));
        assertThat(oftener.quantity(Prices.METRIC)).isEqualByComparingTo(hourly.quantity(Prices.METRIC));
    }

    @Test
    void whatIsScannedByHandAloneIsPaidForByWhatStandsThere() {
        var still = month(Preset.DEV, """
                {"scan_enabled": false}""");

        assertThat(still.lines())
                .extracting(Line::price)
                .contains(Prices.KEY, Prices.ALARM, Prices.DASHBOARD)
                .doesNotContain(Prices.RUNNING_ARM, Prices.OBJECT_WRITE, Prices.METRIC);
    }

    @Test
    void whatIsNoAmountOfAnythingIsRefused() {
        var all = Scanning.ASSUMED;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scanning(
                        new BigDecimal("-1"),
                        all.writeUnits(),
                        all.readUnits(),
                        all.reportBytes(),
                        all.storedBytes(),
                        all.planned(),
                        all.repairSeconds()))
                .withMessage("what is assumed is 0 at least, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scanning(
                        all.seconds(),
                        all.writeUnits(),
                        all.readUnits(),
                        all.reportBytes(),
                        all.storedBytes(),
                        new BigDecimal("2"),
                        all.repairSeconds()))
                .withMessage("planned is a share from 0 to 1, not 2");
    }

    private static Bill month(Preset preset, String settings) {
        return ScanUsage.of(Synthesized.settings(preset.word(), settings), Inputs.USUAL, Scanning.ASSUMED);
    }
}
