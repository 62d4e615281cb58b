package dev.sluice.domain.card;

/**
 * A run of decimal digits in a text, as long as it can be, in which single spaces and dashes between two digits do not
 * count.
 *
 * @param start where its first digit stands in the text
 * @param end where the text goes on after its last digit
 * @param digits number of its digits, any
 * @param holdsCardNumber whether all its digits together, or those of a piece without space or dash, are a card number
 */
record DigitRun(int start, int end, int digits, boolean holdsCardNumber) {
    private static final int MINUS_SIGN = 0x2212;

    /** Reads the run whose first digit stands at the given place. */
    static DigitRun at(CharSequence text, int start) {
        StringBuilder all = new StringBuilder(CardNumberScan.MAX_DIGITS + 1);
        StringBuilder piece = new StringBuilder(CardNumberScan.MAX_DIGITS + 1);
        boolean found = false;
        int digits = 0;
        int end = start;
        for (int at = start; at < text.length(); ) {
            int codePoint = Character.codePointAt(text, at);
            boolean followsDigit = at == end;
            at += Character.charCount(codePoint);
            if (isDigit(codePoint)) {
                append(all, codePoint);
                append(piece, codePoint);
                digits++;
                end = at;
            } else if (followsDigit && isSeparator(codePoint)) {
                found |= isCardNumber(piece);
                piece.setLength(0);
            } else {
                break;
            }
        }
        return new DigitRun(start, end, digits, found || isCardNumber(piece) || isCardNumber(all));
    }

    /** Any decimal digit of Unicode: what people read as a digit hides a card number as well as ASCII does. */
    static boolean isDigit(int codePoint) {
        return Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER;
    }

    private static boolean isSeparator(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION || codePoint == MINUS_SIGN;
    }

    /** Keeps one digit more than a card number can have: enough to know that there are too many. */
    private static void append(StringBuilder digits, int codePoint) {
        if (digits.length() <= CardNumberScan.MAX_DIGITS) {
            digits.append((char) ('0' + Character.digit(codePoint, 10)));
        }
    }

    private static boolean isCardNumber(StringBuilder digits) {
        return digits.length() >= CardNumberScan.MIN_DIGITS
                && digits.length() <= CardNumberScan.MAX_DIGITS
                && Luhn.holds(digits)
                && CardRanges.schemeOf(digits.toString()).isPresent();
    }
}
