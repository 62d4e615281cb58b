package dev.sluice.domain.validation.reading;

import dev.sluice.domain.transaction.OccurredAt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads an RFC 3339 (July 2002) {@code date-time} as a moment, cut to the millisecond, or its {@code full-date} as a
 * day in the source's zone; both begin within the years 0000 to 9999 in UTC.
 *
 * <p>A leap second, {@code 60}, is read where one can be: at the end of a month in UTC. It is kept as the last
 * millisecond of its minute, since neither {@link Instant} nor any store here has it. A fraction has at most 32 digits;
 * offsets go up to 23:59 both ways, {@code -00:00} included.
 */
final class Timestamp {

    private static final int DATE_LENGTH = "2026-03-01".length();
    private static final int SECOND_END = "2026-03-01T12:00:00".length();
    private static final int OFFSET_LENGTH = "+01:00".length();
    private static final int LONGEST_FRACTION = 32;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** In place of a number or a place where there is none. */
    private static final int NONE = -1;

    private Timestamp() {}

    static Optional<OccurredAt> read(String text, ZoneId zone) {
        return (text.length() == DATE_LENGTH ? day(text, zone) : moment(text)).filter(Timestamp::inRange);
    }

    private static boolean inRange(OccurredAt at) {
        return !at.start().isBefore(FIRST) && !at.start().isAfter(LAST);
    }

    private static Optional<OccurredAt> day(String text, ZoneId zone) {
        return date(text).map(date -> new OccurredAt.Day(date, zone));
    }

    /** Of what the text begins with, where it is a day that exists. */
    private static Optional<LocalDate> date(String text) {
        var year = number(text, 0, 4);
        var month = number(text, 5, 2);
        var day = number(text, 8, 2);
        var written = year != NONE && month >= 1 && month <= 12 && day >= 1 && isAt(text, 4, '-') && isAt(text, 7, '-');
        return written && day <= Month.of(month).length(Year.isLeap(year))
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    private static Optional<OccurredAt> moment(String text) {
        if (text.length() <= SECOND_END
                || !(isAt(text, 10, 'T') || isAt(text, 10, 't'))
                || !isAt(text, 13, ':')
                || !isAt(text, 16, ':')) {
            return Optional.empty();
        }
        var hour = number(text, 11, 2);
        var minute = number(text, 14, 2);
        var second = number(text, 17, 2);
        var offsetAt = fractionEnd(text);
        if (!isTime(hour, minute) || second == NONE || second > 60 || offsetAt == NONE || !isOffset(text, offsetAt)) {
            return Optional.empty();
        }
        var ofDay = hour * HOUR + minute * MINUTE + second - offset(text, offsetAt);
        return date(text)
                .flatMap(date -> second == 60
                        ? leap(date.toEpochDay() * DAY + ofDay)
                        : moment(date.toEpochDay() * DAY + ofDay, millis(text, offsetAt)));
    }

    /**
     * A leap second, as the last millisecond before it ends.
     *
     * @param end the second that follows it, since 1970 as if there were no leap seconds
     */
    private static Optional<OccurredAt> leap(long end) {
        return end % DAY == 0 && LocalDate.ofEpochDay(end / DAY).getDayOfMonth() == 1
                ? moment(end - 1, 999)
                : Optional.empty();
    }

    private static Optional<OccurredAt> moment(long second, int millis) {
        return Optional.of(new OccurredAt.Moment(Instant.ofEpochSecond(second, millis * 1_000_000L)));
    }

    private static boolean isTime(int hour, int minute) {
        return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    }

    /** Where the fraction ends that stands behind the seconds, or the seconds do where there is none. */
    private static int fractionEnd(String text) {
        if (!isAt(text, SECOND_END, '.')) {
            return SECOND_END;
        }
        var end = SECOND_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        var digits = end - SECOND_END - 1;
        return digits >= 1 && digits <= LONGEST_FRACTION ? end : NONE;
    }

    /** Of the first three digits of the fraction, which ends there. */
    private static int millis(String text, int end) {
        var millis = 0;
        for (var at = SECOND_END + 1; at <= SECOND_END + 3; at++) {
            millis = 10 * millis + (at < end ? text.charAt(at) - '0' : 0);
        }
        return millis;
    }

    /** Whether all that stands from there on is an offset. */
    private static boolean isOffset(String text, int at) {
        if (isAt(text, at, 'Z') || isAt(text, at, 'z')) {
            return text.length() == at + 1;
        }
        return text.length() == at + OFFSET_LENGTH
                && (isAt(text, at, '+') || isAt(text, at, '-'))
                && isAt(text, at + 3, ':')
                && isTime(number(text, at + 1, 2), number(text, at + 4, 2));
    }

    /** How many seconds ahead of UTC. */
    private static long offset(String text, int at) {
        if (text.length() == at + 1) {
            return 0;
        }
        var ahead = number(text, at + 1, 2) * HOUR + number(text, at + 4, 2) * MINUTE;
        return isAt(text, at, '-') ? -ahead : ahead;
    }

    private static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** The number that so many digits write, which are there; or {@link #NONE}. */
    private static int number(String text, int from, int digits) {
        var number = 0;
        for (var at = from; at < from + digits; at++) {
            if (!isDigit(text.charAt(at))) {
                return NONE;
            }
            number = 10 * number + (text.charAt(at) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
