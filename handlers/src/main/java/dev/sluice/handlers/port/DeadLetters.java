package dev.sluice.handlers.port;

import java.time.Duration;
import java.util.List;

/** One hop's dead-letter queue, for whoever looks at it and redrives it. */
public interface DeadLetters {

    /**
     * Takes letters in hand: nobody else gets them before the hold ends, and if nobody removes them by then they are
     * there again.
     *
     * @param most 1–100; fewer may come although more are there, none only where none is to be had now
     * @param hold whole seconds, 1 second to 12 hours
     * @throws Unavailable when they cannot be taken now; some may be in hand all the same, until the hold ends
     */
    List<Held> take(int most, Duration hold);

    /**
     * Removes a letter that is dealt with; one that is gone already is no error.
     *
     * @throws Unavailable when it may still be there; removing it again is safe
     */
    void remove(Held letter);

    /**
     * Puts a letter back that was tried again and failed again, free to be taken at once.
     *
     * @param reason why it failed this time; it stands behind the others
     * @throws Unavailable when it may not be back yet; then it is there again once the hold ends, perhaps twice
     */
    void putBack(Held letter, String reason);

    /**
     * A letter in hand.
     *
     * @param handle what the queue knows this hold by
     */
    record Held(DeadLetter letter, String handle) {}
}
