package dev.sluice.domain.reference;

/** The question that codes made of letters share: are these all capital letters of ASCII? */
public final class Capitals {
    private Capitals() {}

    /**
     * Tells whether a text is a fixed number of the letters {@code A} to {@code Z}.
     *
     * @param text any text
     * @param length number of letters it must have
     * @return true when it has exactly that many characters and each is such a letter
     */
    public static boolean exactly(CharSequence text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }
}
