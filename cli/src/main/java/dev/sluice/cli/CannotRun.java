package dev.sluice.cli;

import java.io.Serial;

/** The command cannot do what it was asked for; the message is all that its user gets. */
final class CannotRun extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }
}
