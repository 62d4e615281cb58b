package dev.sluice.handlers.port;

/** Keeps each transaction once, with its account's history. */
public interface TransactionStore {

    /**
     * Stores in one atomic step, without reading first: the transaction, its entry in the account's history and the
     * history's aggregates; or, where its identity is taken by other content, the conflict; or nothing.
     *
     * @throws Unavailable when it may not be durable; storing it again is safe
     */
    Storing store(Arrival arrival);
}
