package dev.sluice.cli.replay;

import java.io.IOException;

/** How much the pipeline still has to do. */
@FunctionalInterface
public interface Backlog {

    /** How many deliveries wait; 0 says that nothing accepted before this call will still be stored. */
    long waiting() throws IOException;
}
