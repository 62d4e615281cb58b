package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.counted;
import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.percent;
import static dev.sluice.infra.docs.Amounts.plain;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.cost.Bill;
import dev.sluice.infra.cost.ColdStart;
import dev.sluice.infra.cost.FixedCapacity;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.Line;
import dev.sluice.infra.cost.MemorySize;
import dev.sluice.infra.cost.Prices;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import dev.sluice.infra.settings.Start;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What starts cost, and what is paid to have none. */
final class WarmComparison {

    private static final long MILLION = 1_000_000;
    private static final BigDecimal MILLISECONDS_A_MONTH = new BigDecimal("730").multiply(new BigDecimal("3600000"));

    private WarmComparison() {}

    /** The validator's, by settings that keep it warm. */
    static String of(Settings settings, Inputs inputs) {
        var megabytes = settings.get(Options.memory(Pipeline.VALIDATOR));
        var rows = new ArrayList<List<String>>();
        for (var way : ColdStart.all(Pipeline.VALIDATOR, megabytes, MILLION, inputs)) {
            rows.add(List.of(way.way(), plain(way.milliseconds()), dollars(way.starts()), dollars(way.running()), "0"));
        }
        var bill = Usage.of(settings, inputs, MILLION);
        rows.add(List.of(
                "kept warm, arm64",
                "none",
                "0",
                dollars(line("validator running", bill)),
                dollars(line("validator kept warm", bill))));
        var share = inputs.assumed().coldStarts();
        return String.join(
                "\n",
                """
                ### Ways to start

                The validator with %d MB, a million invocations, %s of which (%s) find no environment ready. A start is charged like
                work, on every runtime, since August 2025; a snapshot of a Java function costs nothing to keep and to restore, and
                what runs behind restoring it is charged. Starts were measured on a whole processor and are stretched to the part
                of one that comes with the memory, as if Lambda lent none. The own runtime is for x86_64 alone, since its cache fits
                one processor, and a GB-second there costs a quarter more.
                """.formatted(
                        megabytes,
                        percent(share),
                        counted(share.multiply(BigDecimal.valueOf(MILLION)).longValueExact())),
                Markdown.table(
                        List.of("way", "a start, ms:", "starts, USD:", "running, USD:", "a month besides, USD:"), rows),
                words(settings, inputs, megabytes));
    }

    private static String words(Settings settings, Inputs inputs, int megabytes) {
        var architecture = settings.get(Options.ARCHITECTURE);
        var breakEven = FixedCapacity.breakEven(
                Prices.warm(architecture), Prices.runningWarm(architecture), Prices.running(architecture));
        var executions = switch (settings.get(Options.start(Pipeline.VALIDATOR))) {
            case Start.Provisioned provisioned -> provisioned.executions();
            case Start.SnapStart ignored -> 0;
            case Start.Cold ignored -> 0;
        };
        var milliseconds = MemorySize.of(Pipeline.VALIDATOR, megabytes, MILLION, inputs, Prices.running(architecture))
                .milliseconds();
        var transactions = MILLISECONDS_A_MONTH
                .multiply(new BigDecimal(executions))
                .multiply(breakEven)
                .divide(milliseconds, 0, RoundingMode.HALF_UP)
                .divide(BigDecimal.valueOf(MILLION), 0, RoundingMode.HALF_UP);
        return """
            Starts cost cents; what they cost is a sender's time. So the way to start is chosen by how long a sender may wait, and
            only the last column by money. Kept warm (provisioned concurrency) is Lambda's fixed capacity: it is cheaper than the
            same work without from **%s of the time at work** on, which %d environments reach at %s million transactions a month.
            With fewer it is paid for the first answer. Reserved concurrency costs nothing: it is a share of the account's
            quota and a limit, no capacity that stands ready.
            """.formatted(percent(breakEven), executions, counted(transactions.longValueExact()));
    }

    private static BigDecimal line(String what, Bill bill) {
        return bill.lines().stream()
                .filter(line -> line.what().equals(what))
                .map(Line::dollars)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
