package dev.sluice.cli.replay;

/** One row of a file. */
public sealed interface Row {

    /** Its place among the file's rows; the first is 1. */
    long number();

    /** The line it starts on; the first is 1. */
    long line();

    /** A row that can be sent. */
    final class Ready implements Row {

        private final long number;
        private final long line;
        private final String id;
        private final byte[] body;
        private final Tally tally;

        Ready(long number, long line, String id, byte[] body, Tally tally) {
            this.number = number;
            this.line = line;
            this.id = id;
            this.body = body;
            this.tally = tally;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public long line() {
            return line;
        }

        /** The message's id, and the transaction's where its row names none. */
        public String id() {
            return id;
        }

        /** What is sent; not a copy. */
        byte[] body() {
            return body;
        }

        /** What it adds to the totals, once accepted. */
        public Tally tally() {
            return tally;
        }
    }

    /**
     * A row that cannot be read.
     *
     * @param pointer JSON Pointer of the field that cannot be made, empty for the whole row
     * @param detail what is wrong; never what the row holds
     */
    record Unreadable(long number, long line, String pointer, String detail) implements Row {}
}
