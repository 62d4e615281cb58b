package dev.sluice.domain.card;

/**
 * A search for full card numbers in text.
 *
 * <p>A run of digits goes on over single spaces and dashes between two digits. It holds a card number when all its digits
 * together are one, or when one of its pieces without any space or dash is one, so that a number is found also where an
 * expiry date follows it. Digits are a card number when there are 13 to 19 of them, the {@linkplain Luhn check digit} holds
 * and they begin with a {@linkplain CardRanges range of a card scheme} (ISO/IEC 7812-1:2017). More than 19 digits in one
 * piece are none, whatever they contain.
 *
 * <p>A digit is any decimal digit of Unicode, a space any space separator (Zs), a dash any dash punctuation (Pd) or the
 * minus sign U+2212. The time taken grows with the length of the text and nothing else.
 */
public final class CardNumberScan {
    /** Digits of a card number, at least. */
    static final int MIN_DIGITS = 13;

    /** Digits of a card number, at most. */
    static final int MAX_DIGITS = 19;

    private static final int DIGITS_LEFT_UNMASKED = 4;

    private CardNumberScan() {}

    /**
     * Tells whether a text contains a full card number.
     *
     * @param text any text
     * @return true when some run of digits in it holds a card number; a masked number is none
     */
    public static boolean finds(CharSequence text) {
        String whole = text.toString();
        return mayHold(whole) && holds(whole);
    }

    /**
     * Tells quickly of most texts that they hold none, however they are normalized: they are ASCII, and no run of digits in
     * them has enough.
     *
     * @param text any text
     * @return false when there is none in it; true when it takes a closer look
     */
    public static boolean mayHold(String text) {
        int length = text.length();
        int digits = 0;
        boolean separated = false;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c >= 0x80) {
                return true;
            }
            if (c >= '0' && c <= '9') {
                digits++;
                if (digits == MIN_DIGITS) {
                    return true;
                }
                separated = false;
            } else if ((c == ' ' || c == '-') && !separated) {
                separated = true;
            } else {
                digits = 0;
                separated = false;
            }
        }
        return false;
    }

    private static boolean holds(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = Character.codePointAt(text, at);
            if (!DigitRun.isDigit(codePoint)) {
                at += Character.charCount(codePoint);
                continue;
            }
            DigitRun run = DigitRun.at(text, at);
            if (run.holdsCardNumber()) {
                return true;
            }
            at = run.end();
        }
        return false;
    }

    /**
     * Hides every full card number in a text, for logs, pointers and messages. A run that holds a card number keeps its
     * spaces, its dashes and its last four digits.
     *
     * @param text any text
     * @return the text with an asterisk for each digit hidden; nothing is found in it any more
     */
    public static String mask(String text) {
        if (!mayHold(text)) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!DigitRun.isDigit(codePoint)) {
                masked.appendCodePoint(codePoint);
                at += Character.charCount(codePoint);
                continue;
            }
            DigitRun run = DigitRun.at(text, at);
            if (run.holdsCardNumber()) {
                appendMasked(masked, text, run);
            } else {
                masked.append(text, run.start(), run.end());
            }
            at = run.end();
        }
        return masked.toString();
    }

    private static void appendMasked(StringBuilder masked, String text, DigitRun run) {
        int hidden = run.digits() - DIGITS_LEFT_UNMASKED;
        for (int at = run.start(); at < run.end(); ) {
            int codePoint = text.codePointAt(at);
            if (DigitRun.isDigit(codePoint) && hidden > 0) {
                masked.append('*');
                hidden--;
            } else {
                masked.appendCodePoint(codePoint);
            }
            at += Character.charCount(codePoint);
        }
    }
}
