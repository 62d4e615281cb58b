package dev.sluice.cli.mapping;

import java.nio.charset.Charset;

/** How a file is laid out. */
public sealed interface Source {

    /**
     * Comma-separated values (RFC 4180).
     *
     * @param header whether the first row names the columns
     */
    record Csv(Charset charset, char delimiter, boolean header) implements Source {}

    /** One JSON object a line, in UTF-8. */
    record JsonLines() implements Source {}
}
