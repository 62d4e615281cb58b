package dev.sluice.handlers.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.StoredTransaction;
import java.io.IOException;
import java.util.Locale;

/** A stored transaction as operators see it: the store's document with how it came and how far it got. */
public final class StoredJson {

    private StoredJson() {}

    /** Writes its members into the object that is open. */
    public static void write(JsonGenerator json, StoredTransaction stored) throws IOException {
        json.writeStringField("id", stored.enriched().transaction().identity().id());
        json.writeStringField("status", stored.status().name().toLowerCase(Locale.ROOT));
        json.writeStringField("receivedAt", stored.receivedAt().toString());
        json.writeStringField("storedAt", stored.storedAt().toString());
        json.writeStringField("correlationId", stored.trace().correlationId());
        TransactionDocument.write(json, stored.enriched());
        if (stored.assessment().isPresent()) {
            AssessmentJson.write(json, stored.assessment().get());
        }
        json.writeArrayFieldStart("conflicts");
        for (var conflict : stored.conflicts()) {
            json.writeStartObject();
            json.writeStringField("fingerprint", conflict.fingerprint());
            json.writeStringField("receivedAt", conflict.receivedAt().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
