package dev.sluice.domain.validation.reading;

/** Halves of a UTF-16 pair that stand alone: no character, and no UTF-8 can be made of them. */
public final class Surrogates {

    private Surrogates() {}

    /** How many stand alone in the text. */
    public static long unpaired(String text) {
        return text.codePoints().filter(Surrogates::isUnpaired).count();
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
