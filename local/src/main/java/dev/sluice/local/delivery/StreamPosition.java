package dev.sluice.local.delivery;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import java.time.Instant;
import java.util.Optional;

/** What a stream's dead letter holds: not the record, but where it lies, in the form of Lambda's failure destination. */
final class StreamPosition {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private StreamPosition() {}

    static String of(String function, int shard, StreamRecord record, int attempts, boolean tooOld, Instant now) {
        return JsonText.object(json -> {
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("functionArn", "arn:aws:lambda:local:000000000000:function:" + function);
            json.writeStringField("condition", tooOld ? "RecordAgeExceeded" : "RetryAttemptsExhausted");
            json.writeNumberField("approximateInvokeCount", attempts);
            json.writeEndObject();
            json.writeStringField("version", "1.0");
            json.writeStringField("timestamp", now.toString());
            json.writeObjectFieldStart("DDBStreamBatchInfo");
            json.writeStringField("shardId", "shard-" + shard);
            json.writeStringField("startSequenceNumber", record.sequenceNumber());
            json.writeStringField("endSequenceNumber", record.sequenceNumber());
            json.writeStringField(
                    "approximateArrivalOfFirstRecord", record.writtenAt().toString());
            json.writeNumberField("batchSize", 1);
            json.writeEndObject();
        });
    }

    /** The row of the transaction that a letter is about; empty where the text is no position. */
    static Optional<Long> rowIn(String payload) {
        try {
            return Fields.parse(READER, payload)
                    .findObject("DDBStreamBatchInfo")
                    .map(batch -> Long.parseLong(batch.text("startSequenceNumber")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
