package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource in the making: what a service tells of it, under the names that Terraform's provider gives it.
 *
 * <p>What a service does not tell is left out, as what nobody set is in Terraform.
 */
final class LiveResource {

    private final String type;
    private final String name;
    private final boolean data;
    private final Map<String, Value> attributes = new LinkedHashMap<>();

    private LiveResource(String type, String name, boolean data) {
        this.type = type;
        this.name = name;
        this.data = data;
    }

    /**
     * A resource.
     *
     * @param type Terraform's type, such as {@code aws_sqs_queue}
     * @param name what it is called in the account
     */
    static LiveResource of(String type, String name) {
        return new LiveResource(type, name, false);
    }

    /** Something that the environment looks at and does not own, such as the account's recorder. */
    static LiveResource looked(String type, String name) {
        return new LiveResource(type, name, true);
    }

    /** By what findings name it. */
    String address() {
        return (data ? "data." : "") + type + "." + name;
    }

    LiveResource text(String attribute, @Nullable String value) {
        return value == null ? this : set(attribute, Value.text(value));
    }

    LiveResource number(String attribute, @Nullable Number value) {
        return value == null ? this : set(attribute, number(value));
    }

    LiveResource truth(String attribute, @Nullable Boolean value) {
        return value == null ? this : set(attribute, new Value.Truth(value));
    }

    /** A list of texts. */
    LiveResource texts(String attribute, List<String> values) {
        return set(
                attribute,
                new Value.Items(values.stream().<Value>map(Value::text).toList()));
    }

    /** A map of texts, such as tags. */
    LiveResource map(String attribute, Map<String, String> values) {
        return set(attribute, fields(values));
    }

    /** The tags: all of them are told under both of the provider's names. */
    LiveResource tags(Map<String, String> tags) {
        return map("tags", tags).map("tags_all", tags);
    }

    /** Something that is said and could not be read; what it is made of is not known either. */
    LiveResource unknown(String attribute) {
        // An unknown made of nothing is how a plan tells what nobody wrote, and rules pass it over.
        return set(attribute, new Value.Unknown(Set.of(Value.NOTHING_KNOWN)));
    }

    LiveResource set(String attribute, Value value) {
        attributes.put(attribute, value);
        return this;
    }

    /** What is told of it so far under a name. */
    Value at(String attribute) {
        return attributes.getOrDefault(attribute, Value.absent());
    }

    Resource made() {
        var fields = new Value.Fields(attributes);
        return new Resource(
                address(),
                "",
                data,
                type,
                name,
                fields,
                Set.of(),
                new Place(address(), 0),
                Optional.empty(),
                new Value.Fields(Map.of()),
                List.of());
    }

    /** A number, whole or not. */
    static Value number(Number value) {
        return Value.number(new BigDecimal(value.toString()));
    }

    /** A block's members, texts all. */
    static Value fields(Map<String, String> values) {
        var fields = new LinkedHashMap<String, Value>();
        values.forEach((member, value) -> fields.put(member, Value.text(value)));
        return new Value.Fields(fields);
    }

    /** A block as the provider shows one that is there at most once: a list of it. */
    static Value block(Map<String, Value> members) {
        return new Value.Items(List.of(new Value.Fields(members)));
    }
}
