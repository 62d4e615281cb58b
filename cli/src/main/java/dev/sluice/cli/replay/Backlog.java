package dev.sluice.cli.replay;

import java.io.IOException;
import java.time.Instant;

/** How much the pipeline still has to do. */
@FunctionalInterface
public interface Backlog {

    /**
     * How much of what was accepted by that moment is on its way; 0 says that none of it will change any more but for being
     * told of, whatever others send meanwhile.
     */
    long waiting(Instant acceptedBy) throws IOException;
}
