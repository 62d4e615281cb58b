package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A situation of which somebody has to be told, with what CloudWatch is given in it. It follows from what was deployed, and
 * from no alarm: a function can fail, a dead-letter queue can hold a letter.
 *
 * @param what a sentence's end: {@code sluice-processor-dev fails}
 * @param readings the metrics that show it, the one that tells of it first
 * @param now when it is looked at
 * @param healthy what the same metrics are given while all is well
 * @param data the same, with the trouble at its end
 */
public record Trouble(String what, List<Reading> readings, Instant now, List<Datum> healthy, List<Datum> data) {

    /** Long enough for every alarm to find data of before; periods of up to a day begin and end here. */
    private static final Duration HISTORY = Duration.ofMinutes(10);

    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");

    public Trouble {
        readings = List.copyOf(readings);
        healthy = List.copyOf(healthy);
        data = List.copyOf(data);
    }

    /** What tells of it: {@code AWS/Lambda Errors of FunctionName=sluice-processor-dev}. */
    String shownBy() {
        return readings.getFirst().words();
    }

    /** Whether it shows in what an alarm looks at. Any other alarm stands as it stood while all was well. */
    boolean showsIn(DeployedAlarm alarm) {
        return readings.stream().anyMatch(reading -> reading.showsIn(alarm));
    }

    /** All that can happen to what was deployed. */
    public static List<Trouble> of(Deployment deployment) {
        return Stream.of(
                        ApiTroubles.of(deployment),
                        FunctionTroubles.of(deployment),
                        SourceTroubles.of(deployment),
                        DeadLetterTroubles.of(deployment),
                        FlowTroubles.of(deployment),
                        ScanTroubles.of(deployment))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * One.
     *
     * @param lasts for how long it has lasted when it is looked at
     * @param readings the metrics that show it, the one that tells of it first
     */
    static Trouble of(String what, Duration lasts, Reading... readings) {
        var begins = NOW.minus(lasts);
        var from = begins.minus(HISTORY);
        var healthy = new ArrayList<Datum>();
        var data = new ArrayList<Datum>();
        for (var reading : readings) {
            var before = reading.well(from, begins);
            healthy.addAll(before);
            healthy.addAll(reading.well(begins, NOW));
            data.addAll(before);
            data.addAll(reading.troubled(begins, NOW));
        }
        return new Trouble(what, List.of(readings), NOW, healthy, data);
    }
}
