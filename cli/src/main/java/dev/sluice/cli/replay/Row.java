package dev.sluice.cli.replay;

/** One row of a file. */
public sealed interface Row {

    /** Its place among the file's rows; the first is 1. */
    long number();

    /** The line it starts on; the first is 1. */
    long line();

    /**
     * A row that can be sent.
     *
     * @param id the message's id, and the transaction's where its row names none
     */
    record Readable(long number, long line, String id, byte[] body, Tally tally) implements Row {}

    /**
     * A row that cannot be read.
     *
     * @param pointer JSON Pointer of the field that cannot be made, empty for the whole row
     * @param detail what is wrong; never what the row holds
     */
    record Unreadable(long number, long line, String pointer, String detail) implements Row {}
}
