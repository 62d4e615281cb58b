package dev.sluice.cli.replay;

import java.io.IOException;

/** How much the pipeline still has to do. */
@FunctionalInterface
public interface Backlog {

    /** How much is on its way; 0 says that nothing accepted before this call will change any more by itself. */
    long waiting() throws IOException;
}
