package dev.sluice.cli.deadletters;

import dev.sluice.cli.text.Printable;
import dev.sluice.local.delivery.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dead letters as people look them over: a line each. */
public final class LetterTable {

    private static final int REASON = 52;
    private static final String LINE = "%7s  %-10s %-20s %3s  %s";

    private LetterTable() {}

    /** The letters, at least one. */
    public static String of(List<Letter> letters) {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, LINE, "id", "function", "given up (UTC)", "try", "reason"));
        for (var letter : letters) {
            var earlier = letter.reasons().size() - 1;
            var more = earlier == 0 ? "" : " (+" + earlier + " before)";
            lines.add(String.format(
                    Locale.ROOT,
                    LINE,
                    letter.number(),
                    Printable.of(letter.function(), 10),
                    Printable.of(letter.lastFailedAt()),
                    letter.attempts(),
                    Printable.of(letter.reasons().getLast(), REASON - more.length()) + more));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
