package dev.sluice.domain.validation.reading;

import dev.sluice.domain.transaction.OccurredAt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link Timestamp} says, worked out by a regular expression and the platform's calendar: slower, and plainer. */
final class TimestampByPattern {

    private static final int DATE_LENGTH = "2026-03-01".length();
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    /** A fraction of at most 32 digits; offsets up to 23:59 both ways, {@code -00:00} included. */
    private static final Pattern DATE_TIME = Pattern.compile(DATE.pattern()
            + "[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)(?:\\.([0-9]{1,32}))?"
            + "(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimestampByPattern() {}

    static Optional<OccurredAt> read(String text, ZoneId zone) {
        return text.length() == DATE_LENGTH ? day(text, zone) : moment(text);
    }

    private static Optional<OccurredAt> day(String text, ZoneId zone) {
        var day = DATE.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        return date(day)
                .map(date -> (OccurredAt) new OccurredAt.Day(date, zone))
                .filter(TimestampByPattern::inRange);
    }

    private static Optional<OccurredAt> moment(String text) {
        var moment = DATE_TIME.matcher(text);
        if (!moment.matches()) {
            return Optional.empty();
        }
        return date(moment)
                .flatMap(date -> instant(date, moment))
                .map(instant -> (OccurredAt) new OccurredAt.Moment(instant))
                .filter(TimestampByPattern::inRange);
    }

    private static boolean inRange(OccurredAt at) {
        return !at.start().isBefore(FIRST) && !at.start().isAfter(LAST);
    }

    private static Optional<LocalDate> date(Matcher match) {
        try {
            return Optional.of(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(LocalDate date, Matcher match) {
        var second = number(match, 6);
        var leap = second == 60;
        var utc = date.atTime(number(match, 4), number(match, 5), leap ? 59 : second)
                .minus(offset(match));
        if (leap) {
            return endsMonth(utc) ? Optional.of(utc.toInstant(ZoneOffset.UTC).plusMillis(999)) : Optional.empty();
        }
        return Optional.of(utc.toInstant(ZoneOffset.UTC).plusMillis(millis(match)));
    }

    private static boolean endsMonth(LocalDateTime utc) {
        return utc.plusSeconds(1)
                .equals(utc.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay());
    }

    private static Duration offset(Matcher match) {
        return Optional.ofNullable(match.group(8))
                .map(sign -> {
                    var ahead = Duration.ofHours(number(match, 9)).plusMinutes(number(match, 10));
                    return sign.equals("-") ? ahead.negated() : ahead;
                })
                .orElse(Duration.ZERO);
    }

    private static int millis(Matcher match) {
        return Optional.ofNullable(match.group(7))
                .map(fraction -> Integer.parseInt((fraction + "00").substring(0, 3)))
                .orElse(0);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
