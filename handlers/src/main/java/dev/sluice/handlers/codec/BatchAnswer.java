package dev.sluice.handlers.codec;

import dev.sluice.handlers.port.Unavailable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a function that is handed batches answers: the items it could not do, as Lambda reads them ({@code
 * batchItemFailures}), and beside them why, which Lambda passes over and our own engine keeps.
 */
public final class BatchAnswer {

    private final Map<String, String> failures = new LinkedHashMap<>();

    /**
     * Adds an item that is to come again.
     *
     * @param item its identifier: a stream record's sequence number, a message's id
     * @param reason for an operator; never a payload
     */
    public void failed(String item, String reason) {
        failures.put(item, reason);
    }

    /** Why an item failed, as far as it may be told: a dependency's failure is in our own words, any other is its kind. */
    public static String reason(RuntimeException e) {
        return e instanceof Unavailable || e instanceof IllegalArgumentException
                ? e.getClass().getSimpleName() + ": " + e.getMessage()
                : e.getClass().getSimpleName();
    }

    public byte[] write() {
        return JsonText.bytes(64 + 256 * failures.size(), json -> {
            json.writeArrayFieldStart("batchItemFailures");
            for (var item : failures.keySet()) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", item);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (!failures.isEmpty()) {
                json.writeObjectFieldStart("reasons");
                for (var failure : failures.entrySet()) {
                    json.writeStringField(failure.getKey(), failure.getValue());
                }
                json.writeEndObject();
            }
        });
    }
}
