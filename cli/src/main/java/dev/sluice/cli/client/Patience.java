package dev.sluice.cli.client;

import java.time.Duration;

/**
 * How often something is tried, and how long is waited between two tries: twice as long each time.
 *
 * @param attempts at least 1
 * @param first the wait after the first try
 * @param longest no wait is longer
 */
public record Patience(int attempts, Duration first, Duration longest) {

    /** About 30 seconds in all: longer than a restart takes. */
    public static final Patience STANDARD = new Patience(12, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** The wait after so many failed tries; what the other side asks for counts, up to the longest. */
    public Duration after(int failures, Duration asked) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        var wait = doubled.compareTo(asked) < 0 ? asked : doubled;
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
