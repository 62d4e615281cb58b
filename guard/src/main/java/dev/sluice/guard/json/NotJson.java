package dev.sluice.guard.json;

/** A document that cannot be read as JSON. */
public final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String why;

    NotJson(int line, String why) {
        super(why);
        this.line = line;
        this.why = why;
    }

    /** Why, as a sentence's worth without what was read. */
    public String why() {
        return why;
    }

    /** The line in which reading ended, from 1. */
    public int line() {
        return line;
    }
}
