package dev.sluice.local.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.local.sqlite.Session;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transaction that is new in the store, as a stream of DynamoDB tells it.
 *
 * @param row of the transaction; the sequence number
 * @param writtenAt when it was stored
 */
record StreamRecord(
        long row,
        String source,
        String id,
        String document,
        String correlationId,
        Optional<String> traceHeader,
        Instant writtenAt) {

    private static final String COLUMNS = "t.row, t.source, t.id, t.document, t.correlation_id, t.trace_header,"
            + " t.stored_at_ms FROM transactions t";

    /** What a function is still to be told of in a shard, the first so many. */
    static List<StreamRecord> next(Session session, String function, int shard, int most) throws SQLException {
        return session.rows(
                "SELECT " + COLUMNS + " JOIN stream_records r ON t.row = r.transaction_row"
                        + " WHERE r.function = ? AND r.shard = ? ORDER BY r.transaction_row LIMIT ?",
                StreamRecord::read,
                function,
                shard,
                most);
    }

    /** The record of one transaction. */
    static Optional<StreamRecord> of(Session session, long row) throws SQLException {
        return session.row("SELECT " + COLUMNS + " WHERE t.row = ?", StreamRecord::read, row);
    }

    private static StreamRecord read(ResultSet row) throws SQLException {
        return new StreamRecord(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    String sequenceNumber() {
        return Long.toString(row);
    }

    /** The event that Lambda invokes a function with, which reads a stream of the view type {@code NEW_IMAGE}. */
    static byte[] event(String table, List<StreamRecord> records) {
        var length = 1_024 * records.size()
                + records.stream().mapToInt(r -> r.document().length()).sum();
        return JsonText.bytes(length, json -> {
            json.writeArrayFieldStart("Records");
            for (var record : records) {
                json.writeStartObject();
                record.write(json, table);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, String table) throws IOException {
        json.writeStringField("eventID", sequenceNumber());
        json.writeStringField("eventName", "INSERT");
        json.writeStringField("eventVersion", "1.1");
        json.writeStringField("eventSource", "aws:dynamodb");
        json.writeStringField("awsRegion", "local");
        json.writeStringField("eventSourceARN", "arn:aws:dynamodb:local:000000000000:table/" + table + "/stream/local");
        json.writeObjectFieldStart("dynamodb");
        json.writeNumberField("ApproximateCreationDateTime", writtenAt.getEpochSecond());
        json.writeStringField("SequenceNumber", sequenceNumber());
        json.writeStringField("StreamViewType", "NEW_IMAGE");
        var keys = new LinkedHashMap<String, String>();
        keys.put("pk", source + "#" + id);
        keys.put("sk", "transaction");
        attributes(json, "Keys", keys);
        var image = new LinkedHashMap<>(keys);
        image.put("source", source);
        image.put("id", id);
        image.put("document", document);
        image.put("correlationId", correlationId);
        traceHeader.ifPresent(header -> image.put("traceHeader", header));
        attributes(json, "NewImage", image);
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeObjectFieldStart(value.getKey());
            json.writeStringField("S", value.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
