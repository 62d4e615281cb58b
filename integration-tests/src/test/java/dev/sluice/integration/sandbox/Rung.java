package dev.sluice.integration.sandbox;

import dev.sluice.integration.sandbox.alarm.Datum;
import dev.sluice.integration.sandbox.alarm.DeployedAlarm;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Which of the deployed alarms went off during a run, by the metrics that it wrote down. */
final class Rung {

    private static final Duration LONGEST_PERIOD = Duration.ofMinutes(5);

    private Rung() {}

    /** Their names. CloudWatch looks every minute, and at periods that are over: the last of them is let end. */
    static List<String> during(Deployment deployment, Journal journal, Instant started) {
        var data = Datum.of(journal);
        var last = data.getLast().at().plus(LONGEST_PERIOD).plus(LONGEST_PERIOD);
        var looks = Stream.iterate(started, look -> !look.isAfter(last), look -> look.plus(Duration.ofMinutes(1)))
                .toList();
        return DeployedAlarm.of(deployment).stream()
                .filter(alarm -> looks.stream()
                        .anyMatch(look -> alarm.evaluate(data, look).isAlarm()))
                .map(DeployedAlarm::name)
                .toList();
    }
}
