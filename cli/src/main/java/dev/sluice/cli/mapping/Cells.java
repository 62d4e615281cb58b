package dev.sluice.cli.mapping;

import java.util.Optional;

/** One row of a file. */
@FunctionalInterface
public interface Cells {

    /** The text at an origin, trimmed; empty where there is none. */
    Optional<String> at(Origin origin);
}
