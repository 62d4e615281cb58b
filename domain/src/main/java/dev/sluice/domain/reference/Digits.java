package dev.sluice.domain.reference;

/** The question that codes made of digits share: are these all digits of ASCII? */
public final class Digits {
    private Digits() {}

    /**
     * Tells whether a text is made of the digits {@code 0} to {@code 9} and nothing else.
     *
     * @param text any text
     * @return true when every character is such a digit; true for an empty text
     */
    public static boolean only(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a text is a fixed number of digits {@code 0} to {@code 9}.
     *
     * @param text any text
     * @param length number of digits it must have
     * @return true when it has exactly that many characters and each is such a digit
     */
    public static boolean exactly(CharSequence text, int length) {
        return text.length() == length && only(text);
    }
}
