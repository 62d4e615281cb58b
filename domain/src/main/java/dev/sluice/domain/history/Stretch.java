package dev.sluice.domain.history;

import java.time.Instant;

/**
 * Whole buckets of one width, one behind the other.
 *
 * @param from the start of the first one
 * @param to the end of the last one, exclusive, behind {@code from}
 */
public record Stretch(Bucket.Width width, Instant from, Instant to) {}
