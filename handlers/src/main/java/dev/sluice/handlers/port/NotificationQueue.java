package dev.sluice.handlers.port;

/** Hands notifications over to whoever makes alerts of them. */
public interface NotificationQueue {

    /**
     * Sends; when this returns, the notification is durable and will be handed over at least once.
     *
     * @throws Unavailable when it may not be durable; sending it again is safe
     */
    void send(Notification notification);
}
