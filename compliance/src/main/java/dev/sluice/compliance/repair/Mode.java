package dev.sluice.compliance.repair;

/** Whether repairs are made. */
public enum Mode {
    /** What would be done is written down, and nothing is changed. */
    DRY_RUN("dry-run"),
    /** Repairs are made. */
    APPLY("apply");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** As settings and records write it. */
    public String word() {
        return word;
    }

    /**
     * What a setting says.
     *
     * @throws IllegalArgumentException where it is neither {@code apply} nor {@code dry-run}
     */
    public static Mode of(String word) {
        for (var mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("repairs are to be apply or dry-run, not '" + word + "'");
    }
}
