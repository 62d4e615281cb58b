package dev.sluice.cli.text;

import dev.sluice.domain.card.CardNumberScan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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

    /** In lines of at most so many characters, broken at spaces where there are any. */
    public static List<String> wrapped(String text, int most) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (rest.length() > most) {
            var space = rest.lastIndexOf(' ', most);
            var end = space > 0 ? space : most;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return List.copyOf(lines);
    }

    /** To the second, in UTC. */
    public static String of(Instant moment) {
        return SECONDS.format(moment);
    }
}
