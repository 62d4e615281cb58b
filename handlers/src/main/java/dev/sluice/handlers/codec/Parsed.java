package dev.sluice.handlers.codec;

import dev.sluice.domain.submission.Written;

/** What reading bytes as JSON gave. */
public sealed interface Parsed {

    /** One JSON object. */
    record Document(Written.Group root) implements Parsed {}

    /** Not one JSON object within the bounds; the sentence says why and repeats nothing of the document. */
    record Malformed(String why) implements Parsed {}
}
