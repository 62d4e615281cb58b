package dev.sluice.benchmarks.comparison;

/** Which way a ratio went. */
public enum Movement {
    AS_BEFORE("as before"),
    BETTER("better"),
    WORSE("worse");

    private final String word;

    Movement(String word) {
        this.word = word;
    }

    /** For the reader. */
    public String word() {
        return word;
    }
}
