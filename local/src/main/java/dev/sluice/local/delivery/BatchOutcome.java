package dev.sluice.local.delivery;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which items of a batch a function could not do, as Lambda reads its answer ({@code batchItemFailures}). */
sealed interface BatchOutcome {

    /** What went without a reason. */
    String UNEXPLAINED = "the function returned it as failed";

    /**
     * The function answered as agreed.
     *
     * @param failures why each item failed, by the item's identifier, in the order they were named; empty where all are done
     */
    record Failures(Map<String, String> failures) implements BatchOutcome {
        boolean holds(String item) {
            return failures.containsKey(item);
        }

        String reason(String item) {
            return failures.getOrDefault(item, UNEXPLAINED);
        }
    }

    /** The answer does not read; Lambda then takes the whole batch as failed. */
    record Unreadable(String why) implements BatchOutcome {}

    static BatchOutcome read(byte[] answer) {
        if (answer.length == 0) {
            return new Failures(Map.of());
        }
        try {
            var fields = Fields.parse(JsonDocument.within(JsonBounds.EVENT), answer);
            var reasons = fields.texts("reasons");
            var failures = new LinkedHashMap<String, String>();
            if (fields.find("batchItemFailures").isPresent()) {
                for (var item : fields.listing("batchItemFailures").items()) {
                    var id = item instanceof Written.Group group ? new Fields(group).text("itemIdentifier") : "";
                    if (id.isEmpty()) {
                        return new Unreadable("the function's answer names a failed item without an identifier");
                    }
                    failures.put(id, reasons.getOrDefault(id, UNEXPLAINED));
                }
            }
            return new Failures(failures);
        } catch (IllegalArgumentException e) {
            return new Unreadable("the function's answer does not read: " + e.getMessage());
        }
    }
}
