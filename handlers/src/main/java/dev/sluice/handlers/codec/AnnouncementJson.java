package dev.sluice.handlers.codec;

import dev.sluice.handlers.port.Announcement;
import java.time.ZoneId;

/** An announcement as the text of a topic's message. */
public final class AnnouncementJson {

    /** Raised when a subscriber that reads the version before could no longer read this one. */
    public static final String SCHEMA_VERSION = "1";

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private AnnouncementJson() {}

    /** Writes ASCII alone: SNS and SQS refuse messages with U+FFFE or U+FFFF, which a sender may write. */
    public static String write(Announcement announcement) {
        return JsonText.asciiObject(json -> {
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField(
                    "source", announcement.transaction().identity().source());
            json.writeStringField("zone", announcement.zone().getId());
            json.writeStringField("receivedAt", announcement.receivedAt().toString());
            TraceJson.write(json, announcement.trace());
            json.writeObjectFieldStart("transaction");
            TransactionJson.write(json, announcement.transaction());
            json.writeEndObject();
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where the text is not an announcement of this version
     */
    public static Announcement read(String text) {
        var fields = Fields.parse(READER, text);
        if (!fields.text("schemaVersion").equals(SCHEMA_VERSION)) {
            throw new IllegalArgumentException("this program reads announcements of version " + SCHEMA_VERSION);
        }
        var zone = ZoneId.of(fields.text("zone"));
        return new Announcement(
                TransactionJson.read(fields.object("transaction").group(), fields.text("source"), zone),
                zone,
                fields.instant("receivedAt"),
                TraceJson.read(fields));
    }
}
