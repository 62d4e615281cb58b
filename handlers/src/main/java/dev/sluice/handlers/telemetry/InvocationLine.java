package dev.sluice.handlers.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The one line that an invocation leaves: structured JSON that is a log entry and, in CloudWatch's embedded metric
 * format (specification version 0), its metrics at once.
 *
 * <p>Only what is named here is ever written: no payload, no header, no message of a foreign exception.
 */
public final class InvocationLine {

    private final String function;
    private final String namespace;
    private final Instant startedAt;
    private final Consumer<String> lines;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private String level = "INFO";

    InvocationLine(String function, String namespace, Instant startedAt, Consumer<String> lines) {
        this.function = function;
        this.namespace = namespace;
        this.startedAt = startedAt;
        this.lines = lines;
    }

    /** Adds the ids that tie the hops together. */
    public InvocationLine trace(Trace trace) {
        notes.put("correlationId", trace.correlationId());
        trace.traceHeader().ifPresent(header -> notes.put("traceHeader", header));
        return this;
    }

    /** Adds a field that is safe to keep: an identifier we checked, an outcome, a code. */
    public InvocationLine note(String name, String value) {
        notes.put(name, value);
        return this;
    }

    /** Adds one to a metric. */
    public InvocationLine count(String metric) {
        return count(metric, 1);
    }

    /** Adds so many to a metric; none is told as none. */
    public InvocationLine count(String metric, long many) {
        counts.merge(metric, many, Long::sum);
        return this;
    }

    /**
     * Marks the line as one that somebody should look at; the failure's class is told, never its message, but for a
     * dependency's, which is in our own words.
     */
    public InvocationLine failed(String what, Throwable cause) {
        level = "ERROR";
        notes.put("failure", what);
        notes.put("cause", cause.getClass().getName());
        if (cause instanceof Unavailable unavailable) {
            notes.put("dependency", String.valueOf(unavailable.getMessage()));
        }
        return this;
    }

    /** Writes the line. */
    public void end(Instant endedAt) {
        var duration = Duration.between(startedAt, endedAt).toMillis();
        lines.accept(JsonText.object(json -> {
            json.writeStringField("time", startedAt.toString());
            json.writeStringField("level", level);
            json.writeStringField("function", function);
            for (var note : notes.entrySet()) {
                json.writeStringField(note.getKey(), note.getValue());
            }
            json.writeNumberField("durationMs", duration);
            for (var count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", startedAt.toEpochMilli());
            json.writeArrayFieldStart("CloudWatchMetrics");
            json.writeStartObject();
            json.writeStringField("Namespace", namespace);
            json.writeArrayFieldStart("Dimensions");
            json.writeStartArray();
            json.writeString("function");
            json.writeEndArray();
            json.writeEndArray();
            json.writeArrayFieldStart("Metrics");
            metric(json, "durationMs", "Milliseconds");
            for (var name : counts.keySet()) {
                metric(json, name, "Count");
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void metric(JsonGenerator json, String name, String unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("Name", name);
        json.writeStringField("Unit", unit);
        json.writeEndObject();
    }
}
