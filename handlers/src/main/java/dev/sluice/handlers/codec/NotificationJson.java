package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.Notification;
import java.io.IOException;

/** A notification as the message that a queue carries, in ASCII alone: queues refuse some characters of Unicode. */
public final class NotificationJson {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    private static final String VERSION = "1";
    private static final String FLAGGED = "flagged";
    private static final String CONFLICT = "conflict";

    private NotificationJson() {}

    public static String write(Notification notification) {
        return JsonText.asciiObject(json -> {
            json.writeStringField("schemaVersion", VERSION);
            json.writeStringField("source", notification.identity().source());
            json.writeStringField("id", notification.identity().id());
            TraceJson.write(json, notification.trace());
            switch (notification) {
                case Notification.Flagged flagged -> write(json, flagged);
                case Notification.Conflicting conflicting -> write(json, conflicting);
            }
        });
    }

    private static void write(JsonGenerator json, Notification.Flagged flagged) throws IOException {
        json.writeStringField("what", FLAGGED);
        json.writeStringField("accountId", flagged.accountId());
        json.writeObjectFieldStart("risk");
        AssessmentJson.write(json, flagged.risk());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Notification.Conflicting conflicting) throws IOException {
        json.writeStringField("what", CONFLICT);
        json.writeStringField("fingerprint", conflicting.fingerprint());
        json.writeStringField("receivedAt", conflicting.receivedAt().toString());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the text is not such a message; nothing of it is repeated
     */
    public static Notification read(String text) {
        var fields = Fields.parse(READER, text);
        if (!fields.text("schemaVersion").equals(VERSION)) {
            throw new IllegalArgumentException("this program reads notifications of version " + VERSION);
        }
        var identity = new Identity(fields.text("source"), fields.text("id"));
        var trace = TraceJson.read(fields);
        return switch (fields.text("what")) {
            case FLAGGED ->
                new Notification.Flagged(
                        identity, fields.text("accountId"), AssessmentJson.risk(fields.object("risk")), trace);
            case CONFLICT ->
                new Notification.Conflicting(identity, fields.text("fingerprint"), fields.instant("receivedAt"), trace);
            default -> throw new IllegalArgumentException("'what' is to be " + FLAGGED + " or " + CONFLICT);
        };
    }
}
