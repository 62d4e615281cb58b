package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver a message to a function; nobody else tries the same while it holds.
 *
 * @param attempt counts from 1; fences what came back, so that an attempt given up on cannot speak for a later one
 * @param firstFailedAt when the first attempt failed, if one did
 * @param earlierReasons of the dead letter that it was redriven from, a line each
 */
record Lease(
        TopicMessage message,
        String function,
        int attempt,
        Optional<Instant> firstFailedAt,
        Optional<String> earlierReasons) {

    /** Of a delivery that was never tried before. */
    static Lease first(TopicMessage message, String function) {
        return new Lease(message, function, 1, Optional.empty(), Optional.empty());
    }

    String requestId() {
        return message.id() + "-" + attempt;
    }
}
