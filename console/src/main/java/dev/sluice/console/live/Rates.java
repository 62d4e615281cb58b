package dev.sluice.console.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast counts grew lately. */
final class Rates {

    /** Long enough that one slow second is no dip, short enough that a stop is seen. */
    static final Duration OVER = Duration.ofSeconds(5);

    /** What was counted at a time, in nanoseconds of the machine's own clock. */
    private record Reading(long nanos, Map<String, Long> counts) {}

    private final Deque<Reading> readings = new ArrayDeque<>();

    /** Takes what is counted now, and says how much each count grew a second since the last reading that old. */
    Map<String, Double> next(long nanos, Map<String, Long> counts) {
        readings.addLast(new Reading(nanos, Map.copyOf(counts)));
        while (readings.size() > 2 && nanos - second().nanos >= OVER.toNanos()) {
            readings.removeFirst();
        }
        var first = readings.getFirst();
        var seconds = (nanos - first.nanos) / 1e9;
        var rates = new LinkedHashMap<String, Double>();
        counts.forEach((name, count) -> {
            var more = Math.max(0, count - first.counts.getOrDefault(name, count));
            rates.put(name, seconds > 0 ? Math.round(10 * more / seconds) / 10.0 : 0.0);
        });
        return rates;
    }

    private Reading second() {
        var readingsInOrder = readings.iterator();
        readingsInOrder.next();
        return readingsInOrder.next();
    }
}
