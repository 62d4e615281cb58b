package dev.sluice.domain.card;

import dev.sluice.domain.reference.Digits;
import dev.sluice.domain.reference.ReferenceTable;
import dev.sluice.domain.reference.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ranges of issuer identification numbers (ISO/IEC 7812-1:2017) that the card schemes hold.
 *
 * <p>Ranges overlap; the one with the longest prefix wins. The table says which do.
 */
public final class CardRanges {
    /** Digits that a bank identification number has at least; fewer do not tell schemes apart. */
    private static final int MIN_DIGITS = 6;

    private CardRanges() {}

    /**
     * Finds the scheme that a card number begins with.
     *
     * @param bin the first 6 to 8 digits of a card number, or all of its up to 19 digits; {@code 0} to {@code 9} only
     * @return the scheme, or empty when no range of the table holds it, or it is not 6 to 19 digits
     */
    public static Optional<CardScheme> schemeOf(String bin) {
        return rangeOf(bin).map(CardRange::scheme);
    }

    static Optional<CardRange> rangeOf(String digits) {
        if (digits.length() < MIN_DIGITS || digits.length() > CardNumberScan.MAX_DIGITS || !Digits.only(digits)) {
            return Optional.empty();
        }
        return longest(Table.RANGES, digits);
    }

    static Optional<CardRange> longest(List<CardRange> ranges, String digits) {
        Optional<CardRange> longest = Optional.empty();
        for (CardRange range : ranges) {
            if (range.holds(digits)
                    && (longest.isEmpty()
                            || range.prefixLength() > longest.get().prefixLength())) {
                longest = Optional.of(range);
            }
        }
        return longest;
    }

    static List<CardRange> all() {
        return Table.RANGES;
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final List<CardRange> RANGES = read();

        private static List<CardRange> read() {
            List<CardRange> ranges = new ArrayList<>();
            for (TableRow row : ReferenceTable.rows("card-ranges.txt", 4)) {
                ranges.add(CardRange.read(row));
            }
            return List.copyOf(ranges);
        }
    }
}
