package dev.sluice.compliance.finding;

/** What became of a finding from one scan to the next. */
public enum Course {
    /** It was never found before. */
    NEW,
    /** It was resolved, and is found again. */
    RETURNED,
    /** It was open, and is found again. */
    OPEN,
    /** It was open, and whether it still is so cannot be told: it stays as it was. */
    CANNOT_TELL,
    /** It was open, is found again, and somebody has decided to live with it since. */
    SUPPRESSED,
    /** It was open, and is so no more. */
    RESOLVED,
    /** It was resolved before, and is not found. */
    PAST;

    /** Whether people are told of it. */
    public boolean isNews() {
        return this == NEW || this == RETURNED;
    }

    /** Whether it counts as open, as far as one knows. */
    public boolean isOpen() {
        return this == NEW || this == RETURNED || this == OPEN || this == CANNOT_TELL;
    }

    /** Whether this scan found it. */
    public boolean isFound() {
        return this == NEW || this == RETURNED || this == OPEN;
    }
}
