package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.percent;
import static dev.sluice.infra.docs.Amounts.times;

import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.LogKeeping;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Logs that are kept for ever against those of 30 days. */
final class LogComparison {

    private static final long MILLION = 1_000_000;

    private LogComparison() {}

    static String of(Settings settings, Inputs inputs) {
        var month = Usage.of(settings, inputs, MILLION);
        var compressed = inputs.assumed().logCompressed();
        var years = LogKeeping.after(36, month, compressed);
        return String.join(
                "\n",
                """
                ### Logs for ever against 30 days

                With a million transactions in every month. Taking logs in is paid for once and is the same for both; keeping them
                is paid for each month, compressed to %s of their size.
                """.formatted(percent(compressed)),
                Markdown.table(
                        List.of(
                                "after months:",
                                "taken in, both:",
                                "kept 30 days:",
                                "kept for ever:",
                                "for ever costs more:",
                                "and in the last month alone:"),
                        Stream.of(1, 12, 36)
                                .map(months -> row(months, LogKeeping.after(months, month, compressed)))
                                .toList()),
                """
                So after three years keeping everything has cost %s times as much as keeping 30 days, and is still %s of what taking
                it in has cost. What costs is to write a line, not to keep it: whoever wants to save logs less. Keeping for ever
                grows by the square of the months, though, and nobody ever decides on it. So every log group has a retention here, by
                default %d days and ten years at most, and the guard refuses one without.
                """.formatted(
                                times(years.keptForEver(), years.keptThirtyDays()),
                                percent(years.keptForEver().divide(years.takenIn(), 6, RoundingMode.HALF_UP)),
                                settings.get(Options.LOG_RETENTION)));
    }

    private static List<String> row(int months, LogKeeping logs) {
        return List.of(
                String.valueOf(months),
                dollars(logs.takenIn()),
                dollars(logs.keptThirtyDays()),
                dollars(logs.keptForEver()),
                dollars(logs.keptForEver().subtract(logs.keptThirtyDays())),
                dollars(logs.lastMonthForEver()));
    }
}
