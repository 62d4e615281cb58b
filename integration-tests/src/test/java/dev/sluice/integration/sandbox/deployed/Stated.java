package dev.sluice.integration.sandbox.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource as the state tells it.
 *
 * @param address {@code aws_sqs_queue.notifications}
 * @param values what it says; nested blocks are arrays
 */
public record Stated(String address, JsonNode values) {

    /** The text at a path of names and indexes, {@code "dead_letter_config", "0", "target_arn"}; empty where there is none. */
    public Optional<String> text(String... path) {
        return Optional.of(at(path))
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    /** The text that has to be there. */
    public String need(String... path) {
        return text(path)
                .orElseThrow(() -> new IllegalStateException(address + " says nothing of " + String.join(".", path)));
    }

    /** The number at a path. */
    public int number(int otherwise, String... path) {
        var node = at(path);
        return node.isNumber() ? node.intValue() : otherwise;
    }

    /** The texts of an array. */
    public List<String> texts(String... path) {
        var found = new ArrayList<String>();
        at(path).forEach(node -> found.add(node.asText()));
        return List.copyOf(found);
    }

    /** What is at a path. */
    public JsonNode at(String... path) {
        var node = values;
        for (var step : path) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** The name of its block: {@code notifications}. */
    public String name() {
        return address.substring(address.indexOf('.') + 1);
    }
}
