package dev.sluice.integration.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.journal.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What CloudWatch Logs reads out of a line that holds metrics (AWS, "Specification: Embedded metric format", version 0): each
 * metric once for each of its sets of dimensions.
 */
final class EmbeddedMetrics {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EmbeddedMetrics() {}

    /** The numbers in a line; none where it is no such line. */
    static List<Event.Measured> in(String line) {
        if (!line.startsWith("{") || !line.contains("\"CloudWatchMetrics\"")) {
            return List.of();
        }
        try {
            return measured(JSON.readTree(line));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Event.Measured> measured(JsonNode root) {
        var found = new ArrayList<Event.Measured>();
        for (var directive : root.path("_aws").path("CloudWatchMetrics")) {
            for (var dimensions : directive.path("Dimensions")) {
                var of = new LinkedHashMap<String, String>();
                dimensions.forEach(
                        name -> of.put(name.asText(), root.path(name.asText()).asText()));
                for (var metric : directive.path("Metrics")) {
                    var name = metric.path("Name").asText();
                    numbers(root.path(name))
                            .forEach(number -> found.add(new Event.Measured(
                                    directive.path("Namespace").asText(), name, of, number)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Double> numbers(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::doubleValue)
                    .toList();
        }
        return value.isNumber() ? List.of(value.doubleValue()) : List.of();
    }
}
