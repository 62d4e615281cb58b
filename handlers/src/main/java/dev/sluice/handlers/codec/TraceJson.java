package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.port.Trace;
import java.io.IOException;

/** What ties a transaction's steps together, as members of a message. */
final class TraceJson {

    private TraceJson() {}

    static void write(JsonGenerator json, Trace trace) throws IOException {
        json.writeStringField("correlationId", trace.correlationId());
        if (trace.traceHeader().isPresent()) {
            json.writeStringField("traceHeader", trace.traceHeader().get());
        }
    }

    static Trace read(Fields fields) {
        return new Trace(fields.text("correlationId"), fields.findText("traceHeader"));
    }
}
