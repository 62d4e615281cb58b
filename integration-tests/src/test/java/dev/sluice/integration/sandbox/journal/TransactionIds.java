package dev.sluice.integration.sandbox.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Pipeline;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which transactions a payload is about: what the journal may say of it. */
public final class TransactionIds {

    private static final String PARTITION = Pipeline.TRANSACTIONS_TABLE.keys().partition();

    private static final ObjectMapper JSON = new ObjectMapper();

    private TransactionIds() {}

    /** In an announcement, a notification or an alert. */
    public static Set<String> inMessage(String text) {
        try {
            var json = JSON.readTree(text);
            return found(Stream.of(json.path("transaction").path("id"), json.path("transactionId"), json.path("id")));
        } catch (JsonProcessingException e) {
            // Whatever somebody put there is about no transaction.
            return Set.of();
        }
    }

    private static Set<String> found(Stream<JsonNode> places) {
        return places.filter(JsonNode::isTextual)
                .findFirst()
                .map(JsonNode::textValue)
                .map(Set::of)
                .orElse(Set.of());
    }

    /** In a stream's record, in Lambda's form: a transaction's partition is {@code source#id}, an account's has more parts. */
    public static Set<String> inRecord(JsonNode record) {
        return inKey(record.path("dynamodb").path("Keys"));
    }

    /** In an item or its key, as DynamoDB's JSON has it. */
    public static Set<String> inKey(JsonNode item) {
        return Optional.ofNullable(item.path(PARTITION).path("S").textValue())
                .filter(key -> key.indexOf('#') > 0 && key.indexOf('#') == key.lastIndexOf('#'))
                .map(key -> Set.of(key.substring(key.indexOf('#') + 1)))
                .orElse(Set.of());
    }

    /** In several. */
    public static <T> Set<String> in(Collection<T> several, Function<T, Set<String>> one) {
        var ids = new TreeSet<String>();
        several.forEach(each -> ids.addAll(one.apply(each)));
        return ids;
    }
}
