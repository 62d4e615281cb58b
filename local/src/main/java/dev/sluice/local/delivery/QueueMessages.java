package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.JsonText;
import java.time.Instant;
import java.util.List;

/** Messages of a queue as SQS hands them to a function: one event. */
final class QueueMessages {

    private QueueMessages() {}

    /**
     * One message.
     *
     * @param receives how often it was received, this time included
     */
    record Message(String id, String body, Instant sentAt, int receives) {}

    static byte[] event(String queue, List<Message> messages) {
        var length = messages.stream().mapToInt(m -> m.body().length() + 512).sum();
        return JsonText.bytes(length, json -> {
            json.writeArrayFieldStart("Records");
            for (var message : messages) {
                json.writeStartObject();
                json.writeStringField("messageId", message.id());
                json.writeStringField("receiptHandle", message.id() + "-" + message.receives());
                json.writeStringField("body", message.body());
                json.writeObjectFieldStart("attributes");
                json.writeStringField("ApproximateReceiveCount", Integer.toString(message.receives()));
                json.writeStringField(
                        "SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
                json.writeEndObject();
                json.writeObjectFieldStart("messageAttributes");
                json.writeEndObject();
                json.writeStringField("eventSource", "aws:sqs");
                json.writeStringField("eventSourceARN", "arn:aws:sqs:local:000000000000:" + queue);
                json.writeStringField("awsRegion", "local");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
