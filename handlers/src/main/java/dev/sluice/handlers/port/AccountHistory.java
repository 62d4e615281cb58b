package dev.sluice.handlers.port;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;

/** What an account's history says about one of its transactions, at a cost that does not grow with the history. */
public interface AccountHistory {

    /**
     * Reads it. The count, the windows and what was first seen are of one moment during the call, and hold exactly what was
     * stored by then, so all that was stored before the call; the other parts hold at least that.
     *
     * @param transaction one that is stored
     * @param now the present time, to the millisecond, which the result carries
     * @throws Unavailable when it cannot be read now
     */
    AccountFacts of(Transaction transaction, Instant now);
}
