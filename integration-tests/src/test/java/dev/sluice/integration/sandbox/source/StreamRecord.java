package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * A record of a table's stream as a function gets it (AWS, "Using AWS Lambda with Amazon DynamoDB"): also what filters see.
 *
 * @param number its sequence number
 * @param at when the table was changed, by about a second
 * @param json its form in an event
 */
record StreamRecord(String number, Instant at, JsonNode json) {

    /** What events of tables' streams are written in. */
    private static final String VERSION = "1.1";

    static StreamRecord of(Record record, String stream, String region) {
        var change = record.dynamodb();
        var at = Optional.ofNullable(change.approximateCreationDateTime()).orElse(Instant.EPOCH);
        var json = Json.object()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", VERSION)
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region);
        var changed = json.putObject("dynamodb").put("ApproximateCreationDateTime", at.getEpochSecond());
        if (change.hasKeys()) {
            write(changed.putObject("Keys"), change.keys());
        }
        if (change.hasNewImage()) {
            write(changed.putObject("NewImage"), change.newImage());
        }
        if (change.hasOldImage()) {
            write(changed.putObject("OldImage"), change.oldImage());
        }
        changed.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        json.put("eventSourceARN", stream);
        return new StreamRecord(change.sequenceNumber(), at, json);
    }

    /** Several as one event. */
    static String event(List<StreamRecord> records) {
        var event = Json.object();
        var array = event.putArray("Records");
        records.forEach(record -> array.add(record.json()));
        return event.toString();
    }

    private static void write(ObjectNode into, Map<String, AttributeValue> attributes) {
        attributes.forEach((name, value) -> into.set(name, json(value)));
    }

    private static ObjectNode json(AttributeValue value) {
        var json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case SS -> value.ss().forEach(json.putArray("SS")::add);
            case NS -> value.ns().forEach(json.putArray("NS")::add);
            case BS -> value.bs().stream().map(StreamRecord::base64).forEach(json.putArray("BS")::add);
            case M -> write(json.putObject("M"), value.m());
            case L -> value.l().stream().map(StreamRecord::json).forEach(json.putArray("L")::add);
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("an attribute has a type that the SDK does not know");
        }
        return json;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
