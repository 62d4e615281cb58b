package dev.sluice.blueprint;

import java.time.Duration;
import java.util.List;

/**
 * What happens when an asynchronous invocation fails: a wait before each retry, then the dead-letter queue.
 *
 * @param waits how long before each retry, in order; Lambda makes at most two, one and two minutes later
 * @param longestAge an event older than this is not retried any more; at most 6 hours (Lambda's limit)
 */
public record Asynchronous(List<Duration> waits, Duration longestAge, Resource.DeadLetterQueue deadLetters) {

    public Asynchronous {
        waits = List.copyOf(waits);
        if (waits.size() > 2) {
            throw new IllegalArgumentException("Lambda retries an asynchronous invocation at most twice: " + waits);
        }
        if (waits.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("nothing is retried before it failed: " + waits);
        }
        if (!longestAge.isPositive() || longestAge.compareTo(Duration.ofHours(6)) > 0) {
            throw new IllegalArgumentException("Lambda keeps an event at most 6 hours: " + longestAge);
        }
    }

    /** As Lambda does it unless told otherwise: retries after one and two minutes, within six hours. */
    public static Asynchronous standard(Resource.DeadLetterQueue deadLetters) {
        return new Asynchronous(
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)), Duration.ofHours(6), deadLetters);
    }
}
