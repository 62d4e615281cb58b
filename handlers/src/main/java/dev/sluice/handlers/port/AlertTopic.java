package dev.sluice.handlers.port;

/** Tells subscribers of alerts. */
public interface AlertTopic {

    /**
     * Publishes; when this returns, the alert is durable and will reach every subscription at least once.
     *
     * @throws Unavailable when it may not be durable; publishing it again is safe, a subscriber tells it by its id
     */
    void publish(Alert alert);
}
