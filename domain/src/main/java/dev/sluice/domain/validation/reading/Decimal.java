package dev.sluice.domain.validation.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A decimal exactly as written, not yet computed with: reading one costs no more than its text is long, whatever its
 * size.
 *
 * @param digits without leading zeros; empty for zero
 * @param scale digits behind the point, as of a {@link BigDecimal}: negative where an exponent outweighs them
 */
public record Decimal(boolean negative, String digits, int scale) {

    private static final Pattern PLAIN = Pattern.compile("(-?)(0|[1-9][0-9]*+)(?:\\.([0-9]++))?");

    /** As RFC 8259 writes a number, but with an exponent of at most two digits. */
    private static final Pattern LITERAL = Pattern.compile(PLAIN.pattern() + "(?:[eE]([+-]?[0-9]{1,2}))?");

    /** What stands in a JSON string: a plain decimal, without an exponent. */
    public static Optional<Decimal> plain(String text) {
        var matcher = PLAIN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(of(matcher.group(1), matcher.group(2), orEmpty(Optional.ofNullable(matcher.group(3))), 0));
    }

    /** A JSON number's literal; some serializers write {@code 1.2345678E7}. */
    public static Optional<Decimal> literal(String literal) {
        var matcher = LITERAL.matcher(literal);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var fraction = orEmpty(Optional.ofNullable(matcher.group(3)));
        var exponent =
                Optional.ofNullable(matcher.group(4)).map(Integer::parseInt).orElse(0);
        return Optional.of(of(matcher.group(1), matcher.group(2), fraction, exponent));
    }

    private static String orEmpty(Optional<String> fraction) {
        return fraction.orElse("");
    }

    private static Decimal of(String sign, String whole, String fraction, int exponent) {
        var all = whole + fraction;
        var leading = 0;
        while (leading < all.length() && all.charAt(leading) == '0') {
            leading++;
        }
        return new Decimal(!sign.isEmpty(), all.substring(leading), fraction.length() - exponent);
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
        return Long.parseLong(digits + "0".repeat(minorUnits - scale));
    }
}
