package dev.sluice.integration.sandbox.gateway;

import java.time.Duration;
import java.time.Instant;

/** A bucket that holds a burst of tokens and fills at a rate; each request takes one. Begins full. */
final class TokenBucket {

    private static final double NANOSECONDS = 1e9;

    private final Throttle throttle;
    private double tokens;
    private Instant filled;

    TokenBucket(Throttle throttle, Instant now) {
        this.throttle = throttle;
        this.tokens = throttle.burst();
        this.filled = now;
    }

    /** Whether there was a token to take. */
    synchronized boolean take(Instant now) {
        if (now.isAfter(filled)) {
            var seconds = Duration.between(filled, now).toNanos() / NANOSECONDS;
            tokens = Math.min(throttle.burst(), tokens + seconds * throttle.rate());
            filled = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
