package dev.sluice.console.letters;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants redriven.
 *
 * @param dryRun only tells what would become of them, and changes nothing
 * @param perSecond how many letters a second at most; empty for as fast as it goes
 */
public record RedriveOrder(Which which, boolean dryRun, Optional<Double> perSecond) {

    /** The letters that are meant. */
    sealed interface Which {

        /** Those, in that order, none twice. */
        record Named(List<Long> letters) implements Which {
            public Named {
                letters = List.copyOf(letters);
            }
        }

        /** Those that match when the run starts. */
        record Matching(LetterChoice choice) implements Which {}
    }
}
