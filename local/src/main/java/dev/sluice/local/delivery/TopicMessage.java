package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as it lies in the file.
 *
 * @param topic empty for an event that a function is invoked with directly; its body is that event
 * @param attributes as the event shows them, JSON
 */
public record TopicMessage(long number, String topic, String body, String attributes, Instant publishedAt) {

    /** Made from the number, so that every delivery of a message, and every run of a simulation, has the same one. */
    String id() {
        return UUID.nameUUIDFromBytes((topic + "/" + number).getBytes(StandardCharsets.UTF_8))
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
