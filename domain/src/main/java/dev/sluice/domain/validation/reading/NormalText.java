package dev.sluice.domain.validation.reading;

import dev.sluice.domain.submission.Written;
import java.text.Normalizer;
import java.util.Optional;

/** Text as it is kept: Unicode normalization form C, without white space at either end. */
public final class NormalText {

    /**
     * The longest text that is composed, in UTF-16 units. Composing puts combining marks in order, in a time that grows
     * with the square of how many follow each other. It makes one unit of at most four, so that what is longer is longer
     * than any text that is kept, composed or not.
     */
    static final int LONGEST_COMPOSED = 4_096;

    private NormalText() {}

    /** The text trimmed and, unless it is too long to be kept in any form, composed. */
    public static String of(String written) {
        var trimmed = trimmed(written);
        return trimmed.length() > LONGEST_COMPOSED || isPlain(trimmed)
                ? trimmed
                : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /** The same of a value, where it is a string. */
    static Optional<String> of(Written value) {
        return value instanceof Written.Text(var text) ? Optional.of(of(text)) : Optional.empty();
    }

    private static String trimmed(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether it is made of the printable characters of ASCII alone, as most texts are: it is composed already. */
    static boolean isPlain(String text) {
        var length = text.length();
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Every white space is in the basic plane, so that a char is enough; the no-break spaces count too. */
    private static boolean isSpace(char c) {
        // Most texts begin and end with a letter or a digit: no table is asked for those.
        return c <= ' '
                ? Character.isWhitespace(c)
                : c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** How many characters a reader would count: code points. */
    public static int length(String normal) {
        return normal.codePointCount(0, normal.length());
    }
}
