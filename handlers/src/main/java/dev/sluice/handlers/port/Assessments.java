package dev.sluice.handlers.port;

import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.transaction.Identity;
import java.time.Instant;

/** Keeps what was found out about each stored transaction, once. */
public interface Assessments {

    /**
     * Writes an assessment down, unless there is one: the transaction is then ENRICHED, or FLAGGED where it is flagged.
     *
     * @param identity of a stored transaction
     * @param at the present time, to the millisecond
     * @throws Unavailable when it may not be durable; writing it again is safe
     */
    Assessing write(Identity identity, Assessment assessment, Instant at);

    /**
     * Marks a flagged transaction as one of which all has been told; another is left as it is.
     *
     * @throws Unavailable when it may not be durable; marking it again is safe
     */
    void notified(Identity identity);
}
