package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a function says has failed of a batch (AWS, "Implementing partial batch responses"). */
sealed interface BatchFailures {

    /** Nothing has. */
    record None() implements BatchFailures {}

    /** These have. */
    record Some(Set<String> ids) implements BatchFailures {}

    /** The answer cannot be read or names what was not in the batch: all of it counts as failed. */
    record All() implements BatchFailures {}

    /**
     * Reads an answer. An empty one, {@code null} and an empty list all say that nothing failed.
     *
     * @param known what was in the batch
     */
    static BatchFailures read(String answer, Set<String> known) {
        return answer.isBlank()
                ? new None()
                : Json.tryToRead(answer).map(json -> read(json, known)).orElseGet(All::new);
    }

    private static BatchFailures read(JsonNode answer, Set<String> known) {
        if (!answer.isObject()) {
            return answer.isNull() ? new None() : new All();
        }
        var list = answer.path("batchItemFailures");
        if (list.isMissingNode() || list.isNull()) {
            return new None();
        }
        var ids = new LinkedHashSet<String>();
        list.forEach(failure -> ids.add(failure.path("itemIdentifier").asText("")));
        if (!list.isArray() || !known.containsAll(ids)) {
            return new All();
        }
        return ids.isEmpty() ? new None() : new Some(Set.copyOf(ids));
    }
}
