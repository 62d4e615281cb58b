package dev.sluice.guard.report;

import java.util.ArrayList;
import java.util.List;

/** What an input says, as it may be shown: on one line, and steering no terminal and no reader of XML. */
final class Shown {

    private static final String CUT = "…";

    /** Longer than any name that AWS allows, and shorter than a screen. */
    private static final int LONGEST = 2_000;

    private Shown() {}

    /** A text with a question mark for what cannot be seen, and cut where it is longer than anybody reads. */
    static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST + 1L).forEach(point -> shown.appendCodePoint(isVisible(point) ? point : '?'));
        return shown.codePointCount(0, shown.length()) > LONGEST
                ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + CUT
                : shown.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A text in lines of at most so many characters, broken at spaces; a word is never broken. */
    static List<String> wrapped(String text, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : of(text).split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
