package dev.sluice.console.transaction;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.local.Trail;
import java.io.IOException;

/** What a transaction has left behind on its way, as its page reads it. */
final class TrailJson {

    private TrailJson() {}

    /** Writes its lists into the object that is open. */
    static void write(JsonGenerator json, Trail trail) throws IOException {
        json.writeArrayFieldStart("alerts");
        for (var alert : trail.alerts()) {
            json.writeStartObject();
            json.writeStringField("alertId", alert.alertId());
            json.writeStringField("reason", alert.reason());
            json.writeStringField("at", alert.firstAt().toString());
            json.writeNumberField("times", alert.times());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("underWay");
        for (var way : trail.underWay()) {
            json.writeStartObject();
            json.writeStringField("function", way.function());
            json.writeNumberField("attempts", way.attempts());
            if (way.lastReason().isPresent()) {
                json.writeStringField("lastReason", way.lastReason().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("deadLetters");
        for (var letter : trail.deadLetters()) {
            json.writeStartObject();
            json.writeNumberField("letter", letter.number());
            json.writeStringField("function", letter.function());
            json.writeNumberField("attempts", letter.attempts());
            json.writeStringField("reason", letter.reasons().getLast());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
