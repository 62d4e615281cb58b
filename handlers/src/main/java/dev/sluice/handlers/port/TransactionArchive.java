package dev.sluice.handlers.port;

import dev.sluice.domain.transaction.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers what is stored. */
public interface TransactionArchive {

    /** The transaction of that identity, if it is stored; everything stored before the call is seen. */
    Optional<StoredTransaction> find(Identity identity);

    /** One page of an account's transactions that occurred in [from, to), ordered by when, then by id. */
    Page ofAccount(Listing listing);

    /**
     * Which page.
     *
     * @param limit 1–100
     * @param after the last one of the page before
     */
    record Listing(String source, String accountId, Instant from, Instant to, int limit, Optional<Position> after) {}

    /** A place in an account's history. */
    record Position(Instant occurredAt, String id) {}

    /**
     * One page.
     *
     * @param next where the next page begins; empty on the last one
     */
    record Page(List<StoredTransaction> transactions, Optional<Position> next) {
        public Page {
            transactions = List.copyOf(transactions);
        }
    }
}
