package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.transaction.OccurredAt;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** An enriched transaction as the document that a store keeps; whatever store it is, the document is this one. */
public final class TransactionDocument {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private TransactionDocument() {}

    public static String write(EnrichedTransaction enriched) {
        return JsonText.object(json -> write(json, enriched));
    }

    /** Writes the members into an object that is open. */
    public static void write(JsonGenerator json, EnrichedTransaction enriched) throws IOException {
        var transaction = enriched.transaction();
        json.writeStringField("source", transaction.identity().source());
        if (transaction.occurredAt() instanceof OccurredAt.Day day) {
            json.writeStringField("zone", day.zone().getId());
        }
        json.writeObjectFieldStart("transaction");
        TransactionJson.write(json, transaction);
        json.writeEndObject();
        json.writeObjectFieldStart("enrichment");
        EnrichmentJson.write(json, enriched.reference());
        json.writeEndObject();
    }

    /**
     * Reads what {@link #write(EnrichedTransaction)} wrote.
     *
     * @throws IllegalArgumentException where the text is not such a document
     */
    public static EnrichedTransaction read(String text) {
        var fields = Fields.parse(READER, text);
        var zone = fields.findText("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        return new EnrichedTransaction(
                TransactionJson.read(fields.object("transaction").group(), fields.text("source"), zone),
                EnrichmentJson.read(fields.object("enrichment")));
    }
}
