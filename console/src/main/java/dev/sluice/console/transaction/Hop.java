package dev.sluice.console.transaction;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.blueprint.Function;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a transaction's way.
 *
 * @param at when it was done, where it is
 * @param attempts how many have begun, where one has
 * @param note why an attempt failed that was not the last word
 * @param failed why it was given up on, where it was
 */
record Hop(
        Function function,
        String name,
        Optional<Instant> at,
        Optional<Integer> attempts,
        Optional<String> note,
        Optional<String> failed) {

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("function", function.name());
        json.writeStringField("name", name);
        if (at.isPresent()) {
            json.writeStringField("at", at.get().toString());
        }
        if (attempts.isPresent()) {
            json.writeNumberField("attempts", attempts.get());
        }
        if (note.isPresent()) {
            json.writeStringField("note", note.get());
        }
        if (failed.isPresent()) {
            json.writeObjectFieldStart("failed");
            json.writeStringField("reason", failed.get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
