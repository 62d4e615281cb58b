package dev.sluice.infra.alarm;

import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alarms that an environment is to have, by their names alone, as the scanner is told them. */
public final class AlarmNames {

    private AlarmNames() {}

    /** Commas between the names of a stack's alarms, a semicolon between the stacks. */
    public static String of(Settings settings) {
        // What an alarm looks at is not told, so that neither API nor stage has to be known.
        return Stream.of(Alarms.ofTransactions(settings, "", ""), Alarms.ofCompliance(settings))
                .map(AlarmNames::joined)
                .collect(Collectors.joining(";"));
    }

    private static String joined(List<Alarm> alarms) {
        return alarms.stream().map(Alarm::name).collect(Collectors.joining(","));
    }
}
