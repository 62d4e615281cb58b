package dev.sluice.compliance.port;

/** Tells people of a finding. */
public interface FindingTopic {

    /**
     * Publishes an alert. Subscribers may get it more than once, each time under the same id.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not be published
     */
    void publish(FindingAlert alert);
}
