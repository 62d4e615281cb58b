package dev.sluice.cli.client;

import java.io.Serial;

/** The pipeline did not answer, or not in a way that going on makes sense. */
public final class Unreachable extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public Unreachable(String message) {
        super(message);
    }
}
