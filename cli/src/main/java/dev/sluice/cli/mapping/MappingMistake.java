package dev.sluice.cli.mapping;

import java.io.Serial;

/** A mapping file, or the file it is used on, is not as it has to be; the message is for its author. */
public final class MappingMistake extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public MappingMistake(String message) {
        super(message);
    }
}
