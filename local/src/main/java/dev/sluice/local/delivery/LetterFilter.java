package dev.sluice.local.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Which rows of {@code dead_letters} it means; {@link #values} are its values. */
    static final String CONDITION = """
            (held_until_ms IS NULL OR held_until_ms <= ?) AND (? IS NULL OR function = ?)
              AND (? IS NULL OR instr(lower(reason), lower(?)) > 0)
              AND (? IS NULL OR last_failed_at_ms <= ?) AND (? IS NULL OR last_failed_at_ms >= ?)""";

    /** What {@link #CONDITION} asks for, and others after it. */
    Object[] values(Instant now, Object... others) {
        var condition = Stream.of(
                now, function, function, reason, reason, millis(notAfter), millis(notAfter), millis(notBefore),
                millis(notBefore));
        return Stream.concat(condition, Stream.of(others)).toArray();
    }

    private static Optional<Long> millis(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli);
    }
}
