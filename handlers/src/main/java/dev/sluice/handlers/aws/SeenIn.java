package dev.sluice.handlers.aws;

import dev.sluice.domain.history.Seen;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where the table keeps in which transaction an account was first seen with a thing: the id, under a name, in an item of the
 * account. Countries and currencies are few and lie in the head; merchants may be many and have an item each.
 */
record SeenIn(String sort, String attribute) {

    static SeenIn of(Seen seen) {
        return switch (seen.kind()) {
            case MERCHANT -> new SeenIn(TableKeys.merchant(seen.value()), "first");
            case COUNTRY, CURRENCY ->
                new SeenIn(TableKeys.HEAD, seen.kind().name().toLowerCase(Locale.ROOT) + ".first." + seen.value());
        };
    }

    /** Whether the item says that it was first seen in that transaction. */
    boolean first(Map<String, AttributeValue> item, String id) {
        return AttributeValue.fromS(id).equals(item.get(attribute));
    }
}
