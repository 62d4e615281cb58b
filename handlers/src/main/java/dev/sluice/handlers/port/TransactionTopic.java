package dev.sluice.handlers.port;

/** Tells others of a transaction. */
public interface TransactionTopic {

    /**
     * Publishes; when this returns, the announcement is durable and will reach every subscription at least once.
     *
     * @throws Unavailable when it may not be durable; publishing it again is safe
     */
    void publish(Announcement announcement);
}
