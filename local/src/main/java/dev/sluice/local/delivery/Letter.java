package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A dead letter as an operator sees it.
 *
 * @param number its id, never used again
 * @param payload what the function was given, or where it lies
 * @param reasons why each round of attempts failed, oldest first
 * @param attempts how often it was tried in the last round
 */
public record Letter(
        long number,
        String queue,
        String function,
        String payload,
        List<String> reasons,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    public Letter {
        reasons = List.copyOf(reasons);
    }

    /** Says nothing of the payload: this must be safe to log. */
    @Override
    public String toString() {
        return "Letter[" + number + ", " + queue + ", " + reasons + "]";
    }
}
