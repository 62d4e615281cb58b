package dev.sluice.cli.mapping;

import java.io.Serial;

/** A cell does not hold what its mapping says; the message never repeats what it holds. */
public final class UnreadableCell extends Exception {

    /** The code under which such rows are counted. */
    public static final String CODE = "row_unreadable";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * States the problem.
     *
     * @param pointer JSON Pointer of the field that would have been made from the cell, empty for the whole row
     */
    public UnreadableCell(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
