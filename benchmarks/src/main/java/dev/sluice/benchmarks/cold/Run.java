package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.figures.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One process of a contender: its cold start, then one event after another.
 *
 * @param askedMillis from the start of the process to its first question for an event
 * @param answeredMillis from the start of the process to its first answer
 * @param cpuMillis user and system time up to then
 * @param warmMicros median of an invocation, from the event to the answer
 * @param slowMicros what one in a hundred takes longer than
 * @param warmCpuMicros user and system time of an invocation, over the last half of them
 * @param calls of AWS, for an event, over the last half
 * @param peakMegabytes the most memory that it has held
 */
record Run(
        double askedMillis,
        double answeredMillis,
        double cpuMillis,
        double warmMicros,
        double slowMicros,
        double warmCpuMicros,
        double calls,
        double peakMegabytes) {

    /**
     * Starts a contender, has it work on all events, and ends it.
     *
     * @param events the first one meets the cold process; at least three
     */
    static Run of(Contender contender, FakeAws aws, Path work, List<Event> events)
            throws IOException, InterruptedException {
        try (var started = Started.start(contender, aws, work)) {
            var cpu = started.meter(ProcessFigures::cpuMicros);
            var first = started.invoke(events.getFirst(), cpu);
            var asked = started.firstAskedAt();
            var warm = events.subList(1, events.size());
            var took = new long[warm.size()];
            var half = warm.size() / 2;
            long cpuBefore = 0;
            long callsBefore = 0;
            for (var i = 0; i < took.length; i++) {
                if (i == half) {
                    cpuBefore = cpu.getAsLong();
                    callsBefore = aws.allCalls();
                }
                took[i] = started.invoke(warm.get(i), () -> 0).took();
            }
            double counted = took.length - half;
            return new Run(
                    (asked - started.startedAt()) / 1e6,
                    (first.answeredAt() - started.startedAt()) / 1e6,
                    first.reading() / 1e3,
                    Series.percentile(took, 0.5) / 1e3,
                    Series.percentile(took, 0.99) / 1e3,
                    (cpu.getAsLong() - cpuBefore) / counted,
                    (aws.allCalls() - callsBefore) / counted,
                    started.meter(ProcessFigures::peakBytes).getAsLong() / 1e6);
        }
    }
}
