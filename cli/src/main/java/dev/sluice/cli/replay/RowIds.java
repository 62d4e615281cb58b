package dev.sluice.cli.replay;

/**
 * Ids for the rows of a file: the same for the same bytes and row, whenever and wherever they are made, and
 * different for rows that repeat each other.
 */
public final class RowIds {

    /** 80 bits: enough to keep more files apart than there are. */
    private static final int DIGITS = 20;

    private final String prefix;

    /**
     * Takes the part that all rows of a file share.
     *
     * @param sha256 of the file, in hexadecimal
     */
    public RowIds(String sha256) {
        // Letters a to p for the sixteen digits: decimal digits could look like a card number.
        var letters = new StringBuilder();
        for (var digit : sha256.substring(0, DIGITS).toCharArray()) {
            letters.append((char) ('a' + Character.digit(digit, 16)));
        }
        this.prefix = letters.append("-r").toString();
    }

    /**
     * The id of a row.
     *
     * @param number its place among the rows, from 1 to 999,999,999,999: 13 digits could look like a card number
     */
    public String of(long number) {
        if (number < 1 || number > 999_999_999_999L) {
            throw new IllegalArgumentException("a row's number is from 1 to 999,999,999,999");
        }
        return prefix + number;
    }
}
