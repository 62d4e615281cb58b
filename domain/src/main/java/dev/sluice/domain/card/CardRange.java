package dev.sluice.domain.card;

import dev.sluice.domain.reference.Digits;
import dev.sluice.domain.reference.TableRow;
import java.util.Optional;

/**
 * A range of issuer identification numbers that one scheme holds.
 *
 * @param first lowest prefix of the range, 1 to 8 digits
 * @param last highest prefix of the range, as many digits
 * @param scheme the scheme
 * @param usualLength digits that a number of this range usually has, 13 to 19
 */
record CardRange(String first, String last, CardScheme scheme, int usualLength) {
    static final int MAX_PREFIX = 8;

    static CardRange read(TableRow row) {
        String first = row.field(0);
        String last = row.field(1);
        row.require(Digits.only(first) && first.length() <= MAX_PREFIX, "a prefix has 1 to 8 digits");
        row.require(Digits.exactly(last, first.length()), "both prefixes of a range have the same number of digits");
        row.require(first.compareTo(last) <= 0, "a range ends at or after its beginning");
        int usualLength = row.number(3);
        row.require(
                CardNumberScan.MIN_DIGITS <= usualLength && usualLength <= CardNumberScan.MAX_DIGITS,
                "a card number has 13 to 19 digits");
        Optional<CardScheme> scheme = scheme(row.field(2));
        if (scheme.isEmpty()) {
            throw row.broken("a scheme is one of CardScheme's");
        }
        return new CardRange(first, last, scheme.get(), usualLength);
    }

    private static Optional<CardScheme> scheme(String name) {
        for (CardScheme scheme : CardScheme.values()) {
            if (scheme.name().equals(name)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    int prefixLength() {
        return first.length();
    }

    /** Digits of the same length compare as text the way they do as numbers. */
    boolean holds(String digits) {
        if (digits.length() < prefixLength()) {
            return false;
        }
        String prefix = digits.substring(0, prefixLength());
        return first.compareTo(prefix) <= 0 && prefix.compareTo(last) <= 0;
    }
}
