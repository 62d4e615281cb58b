package dev.sluice.handlers.notifying;

import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.Notification;
import java.util.List;

/** The alerts that a notification makes: one for each reason, under an id made of the transaction and the reason alone. */
public final class Alerts {

    private static final String CONFLICT = "conflict";

    private Alerts() {}

    public static List<Alert> of(Notification notification) {
        return switch (notification) {
            case Notification.Flagged flagged ->
                flagged.risk().reasons().stream()
                        .map(reason -> new Alert(
                                id(notification, reason.code()),
                                notification.identity(),
                                reason.code(),
                                reason.sentence(),
                                flagged.risk().score(),
                                notification.trace()))
                        .toList();
            case Notification.Conflicting conflicting ->
                List.of(new Alert(
                        id(notification, CONFLICT + "/" + conflicting.fingerprint()),
                        notification.identity(),
                        CONFLICT,
                        "other content arrived under this id at " + conflicting.receivedAt()
                                + "; what was stored first stays",
                        0,
                        notification.trace()));
        };
    }

    private static String id(Notification notification, String reason) {
        return notification.identity().source() + "/" + notification.identity().id() + "/" + reason;
    }
}
