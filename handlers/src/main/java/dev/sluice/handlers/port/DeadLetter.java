package dev.sluice.handlers.port;

import java.time.Instant;
import java.util.List;

/**
 * What one hop gave up on.
 *
 * @param payload the event, as the function was given it
 * @param reasons why each round of attempts failed, oldest first, never empty; none repeats the payload
 * @param firstFailedAt when it was given up on the first time, to the millisecond
 * @param lastFailedAt when it was given up on the last time, to the millisecond
 */
public record DeadLetter(String payload, List<String> reasons, Instant firstFailedAt, Instant lastFailedAt) {

    public DeadLetter {
        reasons = List.copyOf(reasons);
    }

    /** Says nothing of the payload: this must be safe to log. */
    @Override
    public String toString() {
        return "DeadLetter[reasons=" + reasons + ", firstFailedAt=" + firstFailedAt + ", lastFailedAt=" + lastFailedAt
                + "]";
    }
}
