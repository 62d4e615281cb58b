package dev.sluice.integration.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function for the host's own tests that cannot be made. */
public final class Unmakeable {

    /** Fails, as a function does that misses a variable. */
    public Unmakeable() {
        throw new IllegalStateException("a variable is missing");
    }

    /** What the runtime would call: it would echo. */
    public void handle(InputStream event, OutputStream answer) throws IOException {
        event.transferTo(answer);
    }
}
