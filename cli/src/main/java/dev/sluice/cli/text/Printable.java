package dev.sluice.cli.text;

import dev.sluice.domain.card.CardNumberScan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What somebody else wrote, as a terminal may show it. */
public final class Printable {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String CUT = "…";

    private Printable() {}

    /** On one line, steering nothing, and without a full card number. */
    public static String of(String text) {
        return CardNumberScan.mask(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?"));
    }

    /** The same, cut where it is longer than so many characters. */
    public static String of(String text, int most) {
        var printable = of(text);
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + CUT;
    }

    /** To the second, in UTC. */
    public static String of(Instant moment) {
        return SECONDS.format(moment);
    }
}
