package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Watched;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an environment uses in a month of 730 hours, from its settings and from what is known of the traffic. */
public final class Usage {

    private static final BigDecimal MEGABYTES_A_GIGABYTE = new BigDecimal("1024");

    private Usage() {}

    /** The bill of a month with so many transactions. */
    public static Bill of(Settings settings, Inputs inputs, long transactions) {
        if (transactions < 0) {
            throw new IllegalArgumentException("a month has 0 transactions at least, not " + transactions);
        }
        var lines = new ArrayList<Line>();
        lines.addAll(Standing.always(settings, inputs.assumed()));
        if (transactions > 0) {
            lines.addAll(Standing.flowing(settings, inputs.assumed()));
            lines.addAll(each(settings, inputs, BigDecimal.valueOf(transactions)));
        }
        return new Bill(lines);
    }

    private static List<Line> each(Settings settings, Inputs inputs, BigDecimal transactions) {
        return Stream.of(Passing.of(settings, inputs), Storing.of(inputs), Passing.traces(inputs))
                .flatMap(List::stream)
                .map(line -> line.times(transactions))
                .toList();
    }

    /** Whatever it uses is encrypted, and so is what invokes it, but for a request. */
    static int usesOfTheKey(Function function) {
        var waysIn = function.triggers().stream()
                .filter(trigger -> !(trigger instanceof Trigger.Route))
                .count();
        return function.uses().size() + Math.toIntExact(waysIn);
    }

    /** How many metrics an alarm looks at: each is charged. */
    static int metrics(Alarm alarm) {
        return switch (alarm.watched()) {
            case Watched.One ignored -> 1;
            case Watched.Share share -> 1 + share.whole().size();
        };
    }

    static BigDecimal gigabytes(int megabytes) {
        // Exact: a power of two divides every whole number.
        return new BigDecimal(megabytes).divide(MEGABYTES_A_GIGABYTE);
    }

    static BigDecimal gigabytes(Settings settings, Function function) {
        return gigabytes(settings.get(Options.memory(function)));
    }

    static String memory(Settings settings, Function function) {
        return settings.get(Options.memory(function)) + " MB";
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
