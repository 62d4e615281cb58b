package dev.sluice.cli.stacks;

import java.io.Serial;

/** A stack cannot be worked with; the message names it, what is wrong and what to do. */
public final class StackMistake extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    StackMistake(String message) {
        super(message);
    }
}
