package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.OccurredAt;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TimestampProperties {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Property(tries = 5_000)
    void whatIsAlmostATimeIsReadAsThePatternReadsIt(@ForAll("almostTimes") String text) {
        assertThat(Timestamp.read(text, ZONE)).isEqualTo(TimestampByPattern.read(text, ZONE));
    }

    @Property(tries = 5_000)
    void whatHasOneCharacterThatIsNotItsOwnIsReadAsThePatternReadsIt(
            @ForAll("almostTimes") String text, @ForAll("places") int at, @ForAll("characters") char other) {
        var changed = new StringBuilder(text);
        if (at < text.length()) {
            changed.setCharAt(at, other);
        } else {
            changed.append(other);
        }
        assertThat(Timestamp.read(changed.toString(), ZONE))
                .isEqualTo(TimestampByPattern.read(changed.toString(), ZONE));
    }

    @Property
    void anyTextIsReadAsThePatternReadsIt(@ForAll String text) {
        assertThat(Timestamp.read(text, ZONE)).isEqualTo(TimestampByPattern.read(text, ZONE));
    }

    @Property
    void everyInstantOfTheYearsIsReadBack(@ForAll("instants") Instant instant) {
        assertThat(Timestamp.read(instant.toString(), ZoneOffset.UTC)).contains(new OccurredAt.Moment(instant));
    }

    /** Times and days, of which each part may be just out of its range. */
    @Provide
    Arbitrary<String> almostTimes() {
        var date = Combinators.combine(
                        Arbitraries.of(0, 1, 1900, 1970, 1972, 2000, 2016, 2024, 2026, 2100, 9999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.of(0, 1, 28, 29, 30, 31, 32)),
                                Tuple.of(1, Arbitraries.integers().between(1, 31))))
                .as((year, month, day) -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
        var time = Combinators.combine(
                        Arbitraries.of(0, 1, 11, 22, 23, 24),
                        Arbitraries.of(0, 29, 58, 59, 60),
                        Arbitraries.of(0, 59, 60, 61))
                .as((hour, minute, second) -> String.format(Locale.ROOT, "%02d:%02d:%02d", hour, minute, second));
        var fraction = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        ".",
                        ".0",
                        ".9",
                        ".12",
                        ".123",
                        ".9999",
                        ".1234567890",
                        "." + "9".repeat(32),
                        "." + "9".repeat(33)),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(9).map(digits -> "." + digits));
        var offset = Arbitraries.of(
                "Z", "z", "", "+00:00", "-00:00", "+23:59", "-23:59", "+24:00", "+01:60", "-05:30", "+1:00", "+0100",
                "Z ");
        return Combinators.combine(date, Arbitraries.of("T", "t", " ", ""), time, fraction, offset)
                .as((day, separator, clock, part, zone) ->
                        separator.isEmpty() ? day : day + separator + clock + part + zone);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 40);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of('0', '9', '-', '+', ':', '.', 'T', 'Z', ' ', '/', ';', '\u0660', '\uFF11');
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0000-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
