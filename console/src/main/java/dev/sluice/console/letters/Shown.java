package dev.sluice.console.letters;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.local.redriving.Telling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What somebody else wrote, as a page may show it. */
final class Shown {

    /** What became of letters, in words for a page. */
    static final Telling TELLING = new Telling(Shown::of, Shown::of);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shown() {}

    /** On one line, turning no text around, whole characters alone, and without a full card number. */
    static String of(String text) {
        return CardNumberScan.mask(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?"));
    }

    private static String of(Instant moment) {
        return SECONDS.format(moment);
    }
}
