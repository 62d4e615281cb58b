package dev.sluice.console.find;

import dev.sluice.console.row.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One end of a stretch of time, as it was asked for; both ends are included. */
sealed interface When {

    /** A whole day: in UTC for what has a time of day, and the sender's own day for what has none. */
    record Day(LocalDate day) implements When {}

    /** A moment, to the millisecond; what has no time of day counts as the midnight that begins its day. */
    record Moment(Instant instant) implements When {}

    /** Whether the row is on this side of it or on it. */
    default boolean isUpTo(Row row) {
        return compare(row) <= 0;
    }

    /** The same, for the other side. */
    default boolean isFrom(Row row) {
        return compare(row) >= 0;
    }

    /** Its first instant. */
    default Instant start() {
        return switch (this) {
            case Day(var day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case Moment(var instant) -> instant;
        };
    }

    /** Its last one. */
    default Instant end() {
        return switch (this) {
            case Day(var day) ->
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
            case Moment(var instant) -> instant;
        };
    }

    /** {@code 2026-03-01}, or an RFC 3339 date and time. */
    static Optional<When> read(String text) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? new Day(LocalDate.parse(text))
                            : new Moment(
                                    OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int compare(Row row) {
        return switch (this) {
            case Day(var day) ->
                row.day()
                        .orElseGet(() -> LocalDate.ofInstant(row.occurredAt(), ZoneOffset.UTC))
                        .compareTo(day);
            case Moment(var instant) -> row.occurredAt().compareTo(instant);
        };
    }
}
