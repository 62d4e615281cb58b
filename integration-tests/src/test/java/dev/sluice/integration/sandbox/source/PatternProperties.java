package dev.sluice.integration.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every pattern. */
class PatternProperties {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anEventMatchesThePatternOfItsOwnValues(@ForAll("events") JsonNode event) {
        assertThat(Pattern.of(exactly(event).toString()).matches(event)).isTrue();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anythingButIsTheOppositeOfTheValueWhereThereIsOne(
            @ForAll("values") String wanted, @ForAll("values") String value) {
        var event = Json.object().put("x", value);
        var is = Json.object();
        is.putArray("x").add(wanted);
        var isNot = Json.object();
        isNot.putArray("x").addObject().put("anything-but", wanted);

        assertThat(Pattern.of(isNot.toString()).matches(event))
                .isNotEqualTo(Pattern.of(is.toString()).matches(event));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aFieldThatNoPatternNamesChangesNothing(@ForAll("events") JsonNode event, @ForAll("values") String value) {
        var more = ((ObjectNode) event.deepCopy()).put("unnamed", value);

        assertThat(Pattern.of(exactly(event).toString()).matches(more)).isTrue();
    }

    private static JsonNode exactly(JsonNode event) {
        var pattern = Json.object();
        event.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                pattern.set(field.getKey(), exactly(field.getValue()));
            } else {
                ArrayNode rules = pattern.putArray(field.getKey());
                rules.add(field.getValue());
            }
        });
        return pattern;
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "a", "A", "b", "1");
    }

    @Provide
    Arbitrary<JsonNode> events() {
        var leaves =
                Arbitraries.of("\"a\"", "\"\"", "1", "2.50", "true", "null").map(Json::read);
        var objects = leaves.list().ofMinSize(1).ofMaxSize(2).map(PatternProperties::object);
        return Arbitraries.oneOf(leaves, objects)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(PatternProperties::object);
    }

    private static JsonNode object(List<JsonNode> values) {
        var object = Json.object();
        for (var i = 0; i < values.size(); i++) {
            object.set("f" + i, values.get(i));
        }
        return object;
    }
}
