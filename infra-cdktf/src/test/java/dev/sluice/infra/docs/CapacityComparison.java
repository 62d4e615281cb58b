package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.counted;
import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.percent;
import static dev.sluice.infra.docs.Amounts.times;

import dev.sluice.infra.cost.FixedCapacity;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.Prices;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A capacity of the table that is set beforehand, against what is paid for by use. */
final class CapacityComparison {

    private static final long MILLION = 1_000_000;

    /** What auto scaling is set to hold, by default. */
    private static final BigDecimal TARGET = new BigDecimal("0.70");

    private static final List<BigDecimal> USED =
            List.of(BigDecimal.ONE, TARGET, new BigDecimal("0.25"), new BigDecimal("0.10"));

    private CapacityComparison() {}

    static String of(Settings settings, Inputs inputs) {
        var breakEven = FixedCapacity.breakEven(Prices.FIXED_WRITE, Prices.WRITE);
        var scaled = breakEven.divide(TARGET, 4, RoundingMode.HALF_UP);
        return String.join(
                "\n",
                """
                ### Fixed capacity against on-demand

                Of the table. A unit of fixed (provisioned) capacity takes one write unit or read unit each second, and is paid for
                whether it is used or not. It is the cheaper from **%s in use** on: %s an hour ÷ (3,600 × %s for a million), and as much
                for reads. So set once for all, it pays where the busiest seconds, for which it must be set, bring less than **%s
                times** the mean. Reads and writes of a month:
                """.formatted(
                                percent(breakEven),
                                Prices.FIXED_WRITE.dollars().toPlainString(),
                                Prices.WRITE.dollars().toPlainString(),
                                times(BigDecimal.ONE, breakEven)),
                table(settings, inputs),
                """
                On-demand is what is deployed. What speaks for the other, and against it:

                - **Auto scaling** holds the capacity so that %s of it are in use, if the load changes slowly: then it comes to %s of
                  on-demand. It lags: it raises the capacity when more than that was in use for two minutes in a row, as CloudWatch's
                  alarms tell it, minutes later, and lowers it a quarter of an hour behind a fall. What comes in between is served
                  from what the last 300 s left unused, and is throttled when that is used up: the processor fails and tries again,
                  and transactions come late. On-demand takes twice its highest peak so far at once. The
                  guard refuses a fixed capacity without auto scaling.
                - **The index has a capacity of its own**, and too little of it holds back the table's writes.
                - **It has to be watched**, and that costs somebody's time: at best it saves %s dollars of a million transactions a
                  month, and %s of a hundred million.
                - Capacity that is reserved for one or three years is cheaper still, and is paid for whatever becomes of the load.
                """.formatted(
                        percent(TARGET), percent(scaled), saved(1, settings, inputs), saved(100, settings, inputs)));
    }

    private static String table(Settings settings, Inputs inputs) {
        var header = new ArrayList<>(List.of("transactions a month:", "on-demand:"));
        USED.forEach(used -> header.add("fixed, " + percent(used) + " in use:"));
        return Markdown.table(
                header,
                Stream.of(1L, 10L, 100L)
                        .map(millions -> {
                            var month = Usage.of(settings, inputs, millions * MILLION);
                            var row = new ArrayList<>(
                                    List.of(counted(millions * MILLION), dollars(FixedCapacity.onDemand(month))));
                            USED.forEach(used -> row.add(
                                    dollars(FixedCapacity.of(month, used).dollars())));
                            return List.copyOf(row);
                        })
                        .toList());
    }

    /** What auto scaling saves at best. */
    private static String saved(long millions, Settings settings, Inputs inputs) {
        var month = Usage.of(settings, inputs, millions * MILLION);
        return dollars(FixedCapacity.onDemand(month)
                .subtract(FixedCapacity.of(month, TARGET).dollars()));
    }
}
