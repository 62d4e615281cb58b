package dev.sluice.cli.replay;

import java.nio.ByteBuffer;

/**
 * Ids for the rows of a file: the same for the same bytes and row, whenever and wherever they are made, and
 * different for rows that repeat each other.
 */
public final class RowIds {

    /** 80 bits: two files get the same prefix by accident once in a million million million million pairs. */
    private static final int BYTES = 10;

    private final String prefix;

    /**
     * Takes the part that all rows of a file share.
     *
     * @param hash the SHA-256 of the file
     */
    public RowIds(byte[] hash) {
        // Letters a to p for the sixteen values of half a byte: digits could look like a card number.
        var letters = new StringBuilder();
        var bytes = ByteBuffer.wrap(hash, 0, BYTES);
        while (bytes.hasRemaining()) {
            var value = bytes.get() & 0xff;
            letters.append((char) ('a' + (value >> 4))).append((char) ('a' + (value & 15)));
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
