package dev.sluice.domain.validation.reading;

import java.text.Normalizer;

/** Text as it is kept: Unicode normalization form C, without white space at either end. */
public final class NormalText {

    private NormalText() {}

    public static String of(String written) {
        var composed = isPlain(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFC);
        var start = 0;
        var end = composed.length();
        while (start < end && isSpace(composed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /** Whether it is made of the printable characters of ASCII alone, as most texts are: it is composed already. */
    static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Every white space is in the basic plane, so that a char is enough; the no-break spaces count too. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** How many characters a reader would count: code points. */
    public static int length(String normal) {
        return normal.codePointCount(0, normal.length());
    }
}
