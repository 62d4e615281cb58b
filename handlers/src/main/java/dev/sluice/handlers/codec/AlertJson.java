package dev.sluice.handlers.codec;

import dev.sluice.handlers.port.Alert;

/** An alert as the message that subscribers read, in ASCII alone. */
public final class AlertJson {

    private static final String VERSION = "1";

    private AlertJson() {}

    public static String write(Alert alert) {
        return JsonText.asciiObject(json -> {
            json.writeStringField("schemaVersion", VERSION);
            json.writeStringField("alertId", alert.alertId());
            json.writeStringField("source", alert.identity().source());
            json.writeStringField("transactionId", alert.identity().id());
            json.writeStringField("reason", alert.reason());
            json.writeStringField("sentence", alert.sentence());
            json.writeNumberField("score", alert.score());
            TraceJson.write(json, alert.trace());
        });
    }
}
