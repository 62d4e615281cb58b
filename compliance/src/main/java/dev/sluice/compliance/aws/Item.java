package dev.sluice.compliance.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item, by their types; what our own programs wrote and is not there is told by its name. */
record Item(Map<String, AttributeValue> attributes) {

    /** An item of that key, to be filled. */
    static Item of(String partition, String sort) {
        return new Item(new LinkedHashMap<>(FindingsTable.key(partition, sort)));
    }

    Item text(String name, String value) {
        attributes.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item number(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item time(String name, Instant value) {
        return text(name, FindingsTable.time(value));
    }

    String text(String name) {
        return findText(name)
                .orElseThrow(() -> new IllegalStateException("an item of the findings table has no " + name));
    }

    Optional<String> findText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    int number(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::n)
                .map(Integer::parseInt)
                .orElseThrow(() -> new IllegalStateException("an item of the findings table has no " + name));
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }
}
