package dev.sluice.integration.kill;

import java.io.Serial;

/** The run cannot go on, and says nothing about the pipeline; the message is for whoever started it. */
final class CannotRun extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }
}
