package dev.sluice.handlers.port;

import dev.sluice.domain.risk.Assessment;

/** What became of an assessment that was to be written down. */
public sealed interface Assessing {

    /** It is written, now and by this call. */
    record Written() implements Assessing {}

    /**
     * One was written before; that stays.
     *
     * @param stored the one that stays
     */
    record WrittenBefore(Assessment stored) implements Assessing {}
}
