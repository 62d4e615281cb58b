package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A number that CloudWatch was given: one sample of a metric.
 *
 * @param at when
 * @param namespace {@code AWS/Lambda}
 * @param metric {@code Errors}
 * @param dimensions what it is of; all of them, since a metric with other dimensions is another metric
 * @param value the number, in the unit that CloudWatch has it in
 */
public record Datum(Instant at, String namespace, String metric, Map<String, String> dimensions, double value) {

    public Datum {
        dimensions = Map.copyOf(dimensions);
    }

    /** What was measured in the sandbox, in its order. */
    public static List<Datum> of(Journal journal) {
        return journal.entries().stream()
                .flatMap(entry -> entry.event() instanceof Event.Measured measured
                        ? Stream.of(new Datum(
                                entry.at(),
                                measured.namespace(),
                                measured.metric(),
                                measured.dimensions(),
                                measured.value()))
                        : Stream.empty())
                .toList();
    }
}
