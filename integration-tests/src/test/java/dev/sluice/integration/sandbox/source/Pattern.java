package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an event has to look like to be handed over: every field that the pattern names has to be like one of the rules it
 * lists (AWS, "Amazon EventBridge event patterns"; the same language filters event sources and subscriptions).
 */
sealed interface Pattern {

    /** Whether an event looks so. */
    boolean matches(JsonNode event);

    /** Reads one. */
    static Pattern of(String json) {
        return of(Json.read(json));
    }

    private static Pattern of(JsonNode written) {
        if (written.isArray()) {
            return new OneOf(each(written).map(Rule::of).toList());
        }
        var fields = new TreeMap<String, Pattern>();
        var alternatives = new ArrayList<Pattern>();
        written.properties().forEach(field -> {
            if (field.getKey().equals("$or") && isAlternatives(field.getValue())) {
                each(field.getValue()).map(Pattern::of).forEach(alternatives::add);
            } else {
                fields.put(field.getKey(), of(field.getValue()));
            }
        });
        return new Fields(fields, List.copyOf(alternatives));
    }

    /** A field may be called so, too: then it lists rules. */
    private static boolean isAlternatives(JsonNode value) {
        return value.size() > 1 && each(value).allMatch(JsonNode::isObject);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /**
     * An object all of whose named fields match, and one of the alternatives, where there are any.
     *
     * <p>An array of objects matches where one of them does.
     */
    record Fields(Map<String, Pattern> named, List<Pattern> alternatives) implements Pattern {
        @Override
        public boolean matches(JsonNode event) {
            return event.isArray() ? each(event).anyMatch(this::isMatchedBy) : isMatchedBy(event);
        }

        private boolean isMatchedBy(JsonNode event) {
            return named.entrySet().stream().allMatch(field -> field.getValue().matches(event.path(field.getKey())))
                    && (alternatives.isEmpty() || alternatives.stream().anyMatch(each -> each.matches(event)));
        }
    }

    /** A value that one of the rules allows; of an array, one of its values. */
    record OneOf(List<Rule> rules) implements Pattern {
        @Override
        public boolean matches(JsonNode value) {
            return (value.isArray() && !value.isEmpty()) ? each(value).anyMatch(this::isAllowed) : isAllowed(value);
        }

        private boolean isAllowed(JsonNode value) {
            return rules.stream().anyMatch(rule -> rule.allows(value));
        }
    }
}
