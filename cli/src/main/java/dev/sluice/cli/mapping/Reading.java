package dev.sluice.cli.mapping;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How a cell's text becomes a field's text. */
public sealed interface Reading {

    /** As it is. */
    record Text() implements Reading {}

    /** A decimal number. */
    record Amount(Sign sign, char decimal, Optional<Character> grouping) implements Reading {}

    /** A day, written in a pattern of {@link DateTimeFormatter}. */
    record Day(String pattern, DateTimeFormatter formatter) implements Reading {}

    /**
     * A moment, written in a pattern of {@link DateTimeFormatter}.
     *
     * @param zone whose clock the pattern is read by, where it holds no offset
     */
    record Moment(String pattern, DateTimeFormatter formatter, Optional<ZoneId> zone) implements Reading {}

    /**
     * The last digits of a masked number.
     *
     * @param digits how many are readable
     */
    record MaskedTail(int digits) implements Reading {}

    /** What is done with a minus sign. */
    enum Sign {
        /** It stays, and the pipeline will refuse the amount. */
        KEEP,
        /** It is dropped: the transaction's type says what it said. */
        DROP
    }
}
