package dev.sluice.integration.sandbox.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How durations are spread. A percentile is the smallest of them that so many are not above (nearest rank): each is one that
 * was seen.
 *
 * @param sorted the durations, the shortest first; at least one
 */
record Spread(List<Duration> sorted) {

    Spread {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing has no spread");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** Their spread; empty where there are none. */
    static Optional<Spread> of(Stream<Duration> durations) {
        var all = durations.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Spread(all));
    }

    int count() {
        return sorted.size();
    }

    Duration min() {
        return sorted.getFirst();
    }

    Duration max() {
        return sorted.getLast();
    }

    Duration median() {
        return percentile(50);
    }

    Duration p95() {
        return percentile(95);
    }

    private Duration percentile(int percent) {
        int rank = Math.ceilDiv(percent * sorted.size(), 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
