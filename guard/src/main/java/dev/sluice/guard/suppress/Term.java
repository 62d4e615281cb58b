package dev.sluice.guard.suppress;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a suppression may hold: a date (ISO 8601) that is at most a year away. */
final class Term {

    /** A leap year. What is meant for longer is a decision about the rule, and a year on somebody looks again. */
    static final int LONGEST_DAYS = 366;

    private Term() {}

    /** The date of a text; empty where it is none. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** What is wrong with a date; empty where nothing is. */
    static Optional<String> objection(LocalDate until, LocalDate today) {
        return until.isAfter(today.plusDays(LONGEST_DAYS))
                ? Optional.of(
                        until + " is further away than the " + LONGEST_DAYS + " days that a suppression may hold; "
                                + today.plusDays(LONGEST_DAYS) + " is the last day today")
                : Optional.empty();
    }
}
