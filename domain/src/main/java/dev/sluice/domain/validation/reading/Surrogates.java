package dev.sluice.domain.validation.reading;

/** Halves of a UTF-16 pair that stand alone: no character, and no UTF-8 can be made of them. */
public final class Surrogates {

    private Surrogates() {}

    /** How many stand alone in the text. */
    public static int unpaired(String text) {
        var unpaired = 0;
        for (var at = 0; at < text.length(); at++) {
            if (!Character.isSurrogate(text.charAt(at))) {
                continue;
            }
            if (isUnpaired(text.codePointAt(at))) {
                unpaired++;
            } else {
                at++;
            }
        }
        return unpaired;
    }

    /** The text with U+FFFD in place of each that stands alone. */
    static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isUnpaired(c) ? 0xFFFD : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isUnpaired(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
