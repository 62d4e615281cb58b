package dev.sluice.cli.preflight.check;

/**
 * The concurrent executions of an account, as they would be divided after a deploy.
 *
 * @param quota all there are
 * @param others those kept for functions that are not the stack's
 * @param reserved those kept for the stack's functions
 * @param warm those kept warm for functions of the stack that have none kept for them
 */
record Room(long quota, long others, long reserved, long warm) {

    /** What Lambda insists on leaving to functions that nothing is kept for. */
    static final long LEAST_LEFT = 100;

    /** What would be left to functions that nothing is kept for; less than nothing where more is asked for than there is. */
    long left() {
        return quota - others - reserved - warm;
    }

    /** Whether Lambda would allow it. */
    boolean fits() {
        return reserved + warm == 0 || left() >= LEAST_LEFT;
    }

    /** The smallest quota that it would fit. */
    long enough() {
        return quota + LEAST_LEFT - left();
    }
}
