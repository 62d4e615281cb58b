package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a message over from whoever publishes it, and tries it at once: what its functions have done by the time that the
 * publisher is answered need not be written down as still to be done.
 */
public interface Handover {

    /** Takes nothing over: every delivery is found in the file. */
    Handover NONE = new Handover() {
        @Override
        public Optional<FirstAttempts> begin(TopicMessage message, List<String> functions, Instant now) {
            return Optional.empty();
        }

        @Override
        public void await(FirstAttempts attempts) {
            throw new IllegalStateException("nothing was begun");
        }

        @Override
        public void leftDue() {
            // Whoever steps the engine sees it.
        }
    };

    /**
     * Begins the first attempt of a message that lies in no file yet, for each of the functions.
     *
     * @return empty where there are not so many places; nothing is begun then
     */
    Optional<FirstAttempts> begin(TopicMessage message, List<String> functions, Instant now);

    /** Waits until all of them are over, or as long as the publisher may be kept waiting. */
    void await(FirstAttempts attempts);

    /** Told that deliveries were committed that are due, or will be. */
    void leftDue();
}
