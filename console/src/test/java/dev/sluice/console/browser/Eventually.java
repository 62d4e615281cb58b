package dev.sluice.console.browser;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;

/** Waits for what must come true, and no longer than it may take. */
final class Eventually {

    /** A browser beside a pipeline and a build, on two cores that may be lent to others as well. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(30);

    private Eventually() {}

    /** @param what for whoever reads that it did not */
    static void holds(String what, BooleanSupplier condition) {
        has(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** The first that there is. What a page took away while somebody looked is looked for again. */
    static <T> T has(String what, Supplier<Optional<T>> sought) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                var found = sought.get();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (StaleElementReferenceException goneMeanwhile) {
                // Live pages replace what they show.
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": not within " + LONGEST.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
