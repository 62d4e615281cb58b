package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Markdown.code;

import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.Kind;
import dev.sluice.infra.alarm.Metric;
import dev.sluice.infra.alarm.Watched;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alarms as Markdown, within the page that people write: what each means and what to do. */
final class OperationsDocument {

    private static final String BEGIN =
            "<!-- Generated from dev.sluice.infra.alarm. To write it anew: " + Page.COMMAND + " -->";
    private static final String END = "<!-- end: alarms -->";

    private OperationsDocument() {}

    /** The page with its alarms as the code has them; all else stays as somebody wrote it. */
    static String of(String page) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("docs/operations.md lacks the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n\n" + alarms() + "\n" + page.substring(end);
    }

    private static String alarms() {
        var settings = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, Preset.PROD.word()));
        var all = Stream.concat(
                        Alarms.ofTransactions(settings, "api", "v1").stream(), Alarms.ofCompliance(settings).stream())
                .toList();
        var parts = new ArrayList<String>();
        for (var kind : Kind.values()) {
            parts.add("### " + kind.words());
            parts.add("");
            parts.add("**What it means.** " + kind.meaning());
            parts.add("");
            parts.add(Markdown.table(
                    List.of("alarm", "goes off when"),
                    all.stream()
                            .filter(alarm -> alarm.kind() == kind)
                            .map(alarm -> List.of(code(alarm.name()), condition(alarm)))
                            .toList()));
            parts.add("**What to look at.** " + kind.lookAt());
            parts.add("");
            parts.add("**What to do.** " + kind.remedy());
            parts.add("");
            parts.add("**How to know that it is over.** " + kind.over());
            parts.add("");
        }
        return String.join("\n", parts);
    }

    private static String condition(Alarm alarm) {
        return switch (alarm.watched()) {
            case Watched.One one -> one(alarm, one.metric());
            case Watched.Share share -> share(alarm, share);
        };
    }

    private static String one(Alarm alarm, Metric metric) {
        var value = statistic(metric) + " of " + code(metric.name()) + " is " + lies(alarm.goesOff()) + " "
                + threshold(metric, alarm.threshold());
        var missing = switch (alarm.missing()) {
            case FINE -> "";
            case BREACHING -> ", or there is none";
        };
        return value + missing + ", " + periods(alarm.periods(), metric.periodSeconds());
    }

    private static String share(Alarm alarm, Watched.Share share) {
        var whole = share.whole().stream().map(metric -> code(metric.name())).collect(Collectors.joining(" + "));
        return code(share.part().name()) + " is " + lies(alarm.goesOff()) + " " + number(alarm.threshold()) + " % of "
                + whole + ", which is " + share.least() + " or more, "
                + periods(alarm.periods(), share.part().periodSeconds());
    }

    private static String statistic(Metric metric) {
        return switch (metric.statistic()) {
            case "Sum" -> "the sum";
            case "Maximum" -> "the largest";
            case "Minimum" -> "the smallest";
            default -> "the " + metric.statistic();
        };
    }

    private static String lies(Alarm.GoesOff goesOff) {
        return switch (goesOff) {
            case ABOVE -> "more than";
            case AT_OR_ABOVE -> "at least";
            case BELOW -> "less than";
        };
    }

    private static String threshold(Metric metric, double threshold) {
        return switch (metric.name()) {
            case "Duration", "IteratorAge" -> time(threshold / 1_000);
            case "ApproximateAgeOfOldestMessage" -> time(threshold);
            default -> number(threshold);
        };
    }

    private static String periods(int number, int seconds) {
        return number == 1 ? "within " + time(seconds) : number + " times " + time(seconds) + " in a row";
    }

    private static String time(double seconds) {
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(double number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }

    private static String number(double number) {
        var exact = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(exact.scale(), 0) + "f", exact);
    }
}
