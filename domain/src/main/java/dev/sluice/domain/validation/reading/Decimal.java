package dev.sluice.domain.validation.reading;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A decimal exactly as written, not yet computed with: reading one costs no more than its text is long, whatever its
 * size.
 *
 * @param digits without leading zeros; empty for zero
 * @param scale digits behind the point, as of a {@link BigDecimal}: negative where an exponent outweighs them
 */
public record Decimal(boolean negative, String digits, int scale) {

    private static final int LONGEST_EXPONENT = 2;

    /** What stands in a JSON string: a plain decimal as RFC 8259 writes a number, without an exponent. */
    public static Optional<Decimal> plain(String text) {
        return read(text, text.length(), 0);
    }

    /** A JSON number's literal (RFC 8259), its exponent of at most two digits; some serializers write {@code 1.2345678E7}. */
    public static Optional<Decimal> literal(String literal) {
        var e = Math.max(literal.indexOf('e'), literal.indexOf('E'));
        return e < 0 ? plain(literal) : exponent(literal, e + 1).flatMap(exponent -> read(literal, e, exponent));
    }

    private static Optional<Integer> exponent(String literal, int start) {
        var signed = start < literal.length() && (literal.charAt(start) == '+' || literal.charAt(start) == '-');
        var digits = signed ? start + 1 : start;
        var end = digitsEnd(literal, digits, literal.length());
        return end == literal.length() && end > digits && end - digits <= LONGEST_EXPONENT
                ? Optional.of(Integer.parseInt(literal, start, end, 10))
                : Optional.empty();
    }

    /** Reads {@code -?(0|[1-9][0-9]*)(.[0-9]+)?}, all of the text up to the end. */
    private static Optional<Decimal> read(String text, int end, int exponent) {
        var negative = text.startsWith("-");
        var whole = negative ? 1 : 0;
        var wholeEnd = digitsEnd(text, whole, end);
        if (wholeEnd == whole || (text.charAt(whole) == '0' && wholeEnd - whole > 1)) {
            return Optional.empty();
        }
        if (wholeEnd == end) {
            return Optional.of(of(negative, text.substring(whole, end), 0, exponent));
        }
        var fraction = wholeEnd + 1;
        if (text.charAt(wholeEnd) != '.' || fraction == end || digitsEnd(text, fraction, end) != end) {
            return Optional.empty();
        }
        var digits =
                new StringBuilder(end - whole).append(text, whole, wholeEnd).append(text, fraction, end);
        return Optional.of(of(negative, digits.toString(), end - fraction, exponent));
    }

    /** Where the digits that begin there end. */
    private static int digitsEnd(String text, int start, int end) {
        var at = start;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static Decimal of(boolean negative, String digits, int fraction, int exponent) {
        var leading = digitsOfZero(digits);
        return new Decimal(negative, digits.substring(leading), fraction - exponent);
    }

    private static int digitsOfZero(String digits) {
        var leading = 0;
        while (leading < digits.length() && digits.charAt(leading) == '0') {
            leading++;
        }
        return leading;
    }

    public boolean isPositive() {
        return !negative && !digits.isEmpty();
    }

    /** How many digits it has when counted in units of {@code 10^-minorUnits}, fractions of such a unit left out. */
    public int digitsInMinorUnits(int minorUnits) {
        return digits.isEmpty() ? 0 : Math.max(0, digits.length() - scale + minorUnits);
    }

    /** The number itself, counted in units of {@code 10^-minorUnits}; only for one found to be positive and to fit. */
    long inMinorUnits(int minorUnits) {
        var minor = Long.parseLong(digits);
        for (var unit = scale; unit < minorUnits; unit++) {
            minor *= 10;
        }
        return minor;
    }
}
