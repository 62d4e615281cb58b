package dev.sluice.domain.validation.reading;

/** How a sender's ids are written: 1–64 of {@code A-Z a-z 0-9 . _ : -}, which every later hop carries unescaped. */
public final class Ids {

    private static final int LONGEST = 64;

    private Ids() {}

    public static boolean isId(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == ':'
                || c == '-';
    }
}
