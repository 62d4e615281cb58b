package dev.sluice.cli;

import dev.sluice.cli.text.Printable;
import dev.sluice.domain.money.Currency;
import dev.sluice.local.Census;
import dev.sluice.local.HopCensus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How a pipeline stands, as people read it at a glance: its steps side by side, what is wrong below them. */
final class StatusView {

    private static final String NONE = "-";
    private static final int REASON = 60;

    private StatusView() {}

    static String of(Census census) {
        var stages = Stage.of(census);
        var lines = new ArrayList<String>();
        lines.add((census.running() ? "running" : "not running") + ", at " + Printable.of(census.readAt()) + " UTC");
        lines.add("");
        row(lines, "", stages, stage -> stage.equals(stages.getLast()) ? stage.name() : stage.name() + " →");
        row(lines, "", stages, stage -> stage.function().name());
        row(lines, "done", stages, stage -> number(stage.done().all()));
        row(lines, "  last minute", stages, stage -> number(stage.done().lately()));
        hops(lines, "waiting", stages, hop -> number(hop.waiting()));
        hops(lines, "in flight", stages, hop -> number(hop.inFlight()));
        hops(lines, "  of both retried", stages, hop -> number(hop.retried()));
        hops(lines, "  oldest", stages, hop -> hop.oldest()
                .map(since -> age(Duration.between(since, census.readAt())))
                .orElse(NONE));
        hops(lines, "dead", stages, hop -> number(hop.dead()));
        lines.add("");
        line(lines, "conflicts", number(census.conflicts()));
        if (census.deadLetters().isEmpty()) {
            line(lines, "dead letters", "0");
        }
        for (var letters : census.deadLetters()) {
            line(
                    lines,
                    "dead letters",
                    number(letters.count()) + " in " + letters.queue() + ": "
                            + Printable.of(letters.reason().replace("\n", ", then "), REASON));
        }
        for (var total : census.totals()) {
            line(
                    lines,
                    "billed, " + total.type().toLowerCase(Locale.ROOT),
                    decimal(total.currency(), total.minorUnits()) + " " + total.currency() + " in "
                            + number(total.count()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void row(List<String> lines, String name, List<Stage> stages, Function<Stage, String> cell) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-17s", name));
        for (var stage : stages) {
            line.append(String.format(Locale.ROOT, " %14s", cell.apply(stage)));
        }
        lines.add(line.toString());
    }

    private static void hops(List<String> lines, String name, List<Stage> stages, Function<HopCensus, String> cell) {
        row(lines, name, stages, stage -> stage.hop().map(cell).orElse(NONE));
    }

    private static void line(List<String> lines, String what, String value) {
        lines.add(String.format(Locale.ROOT, "%-17s  %s", what, value));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** In its largest unit; a clock that was set back makes nothing older. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0
                ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
                : Math.max(age.toSeconds(), 0) + " s";
    }

    static String decimal(String currency, BigInteger minorUnits) {
        return new BigDecimal(
                        minorUnits,
                        Currency.of(currency).map(Currency::minorUnits).orElse(0))
                .toPlainString();
    }
}
