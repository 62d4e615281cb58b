package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters somebody means; what is empty leaves none out.
 *
 * @param function name of the one that gave up
 * @param reason what one of the reasons holds, in any case of letters
 * @param notAfter those that were given up on at that moment or before
 * @param notBefore those that were given up on at that moment or later
 */
public record LetterFilter(
        Optional<String> function, Optional<String> reason, Optional<Instant> notAfter, Optional<Instant> notBefore) {

    public static final LetterFilter ALL =
            new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
