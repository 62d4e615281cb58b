package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to functions.
 *
 * @param number of its row in the file; 0 while it lies in none
 * @param topic empty for an event that a function is invoked with directly; its body is that event
 * @param attributes as the event shows them, JSON
 */
public record TopicMessage(long number, String topic, String body, String attributes, Instant publishedAt) {

    private static final long UNWRITTEN = 0;

    /** One that lies in no file yet. */
    static TopicMessage unwritten(String topic, String body, String attributes, Instant publishedAt) {
        return new TopicMessage(UNWRITTEN, topic, body, attributes, publishedAt);
    }

    TopicMessage numbered(long row) {
        return new TopicMessage(row, topic, body, attributes, publishedAt);
    }

    /**
     * Made from what it says, so that every delivery of a message, before it is written and after, and every run of a
     * simulation, has the same one.
     */
    String id() {
        return UUID.nameUUIDFromBytes(
                        (topic + "/" + publishedAt.toEpochMilli() + "/" + body).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What a function is invoked with: of a topic, the event of SNS with one record. */
    byte[] event() {
        return topic.isEmpty() ? body.getBytes(StandardCharsets.UTF_8) : notification();
    }

    private byte[] notification() {
        var arn = "arn:aws:sns:local:000000000000:" + topic;
        return JsonText.bytes(body.length() + 1_024, json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("EventSource", "aws:sns");
            json.writeStringField("EventVersion", "1.0");
            json.writeStringField("EventSubscriptionArn", arn + ":local");
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Type", "Notification");
            json.writeStringField("MessageId", id());
            json.writeStringField("TopicArn", arn);
            json.writeNullField("Subject");
            json.writeStringField("Message", body);
            json.writeStringField("Timestamp", publishedAt.toString());
            json.writeFieldName("MessageAttributes");
            json.writeRawValue(attributes);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }
}
