package dev.sluice.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Laws of what a month costs. */
class CostProperties {

    private static final long MOST = 100_000_000_000L;

    @Property
    void aMonthNeverCostsLessForMoreTransactions(
            @ForAll Preset preset, @ForAll @LongRange(max = MOST) long some, @ForAll @LongRange(max = MOST) long more) {
        assertThat(month(preset, some + more).dollars())
                .isGreaterThanOrEqualTo(month(preset, some).dollars());
    }

    @Property
    void twiceTheTransactionsCostTwiceWhatTransactionsCost(
            @ForAll Preset preset, @ForAll @LongRange(min = 1, max = MOST) long some) {
        assertThat(month(preset, 2 * some).of(Line.When.TRANSACTIONS).dollars())
                .isEqualByComparingTo(
                        month(preset, some).of(Line.When.TRANSACTIONS).dollars().multiply(new BigDecimal("2")));
    }

    @Property
    void whatIsPaidWhetherAnythingIsSentOrNotIsTheSameHoweverMuchIsSent(
            @ForAll Preset preset, @ForAll @LongRange(max = MOST) long some) {
        assertThat(month(preset, some).of(Line.When.ALWAYS)).isEqualTo(month(preset, 0));
    }

    @Property
    void aBillIsTheSumOfItsLinesAndOfItsParts(@ForAll Preset preset, @ForAll @LongRange(max = MOST) long some) {
        var bill = month(preset, some);
        var byLine = BigDecimal.ZERO;
        for (var line : bill.lines()) {
            byLine = byLine.add(line.quantity()
                    .multiply(line.price().dollars())
                    .divide(line.price().pieces()));
        }
        var byPart = BigDecimal.ZERO;
        for (var when : Line.When.values()) {
            byPart = byPart.add(bill.of(when).dollars());
        }
        assertThat(bill.dollars()).isEqualByComparingTo(byLine).isEqualByComparingTo(byPart);
    }

    private static Bill month(Preset preset, long transactions) {
        var settings = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, preset.word()));
        return Usage.of(settings, Inputs.USUAL, transactions);
    }
}
