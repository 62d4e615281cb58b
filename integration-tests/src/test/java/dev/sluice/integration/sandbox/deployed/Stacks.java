package dev.sluice.integration.sandbox.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Two stacks of one account as if they had been deployed as one.
 *
 * <p>In an account nothing tells of which stack something is. Terraform's addresses do, and may be the same in both: then the
 * second stack's has a name of its own here. Of outputs with the same name the first stack's counts.
 */
final class Stacks {

    private static final String RESOURCES = "/values/root_module/resources";
    private static final String ARCHIVE = "filename";

    private Stacks() {}

    /** The state of both. */
    static JsonNode together(Deployment one, Deployment other) {
        var state = one.state().deepCopy();
        var resources = (ArrayNode) state.at(RESOURCES);
        var taken = new HashSet<String>();
        resources.forEach(resource -> {
            taken.add(resource.get("address").asText());
            placed(one, resource);
        });
        other.state().at(RESOURCES).forEach(resource -> {
            boolean known = taken.contains(resource.get("address").asText());
            if (!known || resource.get("mode").asText().equals("managed")) {
                resources.add(placed(other, renamed(resource.deepCopy(), taken)));
            }
        });
        var outputs = (ObjectNode) state.at("/values/outputs");
        other.state().at("/values/outputs").properties().forEach(output -> {
            if (!outputs.has(output.getKey())) {
                outputs.set(output.getKey(), output.getValue());
            }
        });
        return state;
    }

    /** An archive lies in its own stack's folder. */
    private static JsonNode placed(Deployment stack, JsonNode resource) {
        var values = (ObjectNode) resource.get("values");
        if (values.hasNonNull(ARCHIVE)) {
            var file = stack.folder().resolve(values.get(ARCHIVE).asText());
            values.put(ARCHIVE, file.toAbsolutePath().toString());
        }
        return resource;
    }

    private static JsonNode renamed(JsonNode made, Set<String> taken) {
        var resource = (ObjectNode) made;
        var address = resource.get("address").asText();
        if (taken.contains(address)) {
            resource.put("address", address + "_beside")
                    .put("name", resource.get("name").asText() + "_beside");
        }
        return resource;
    }
}
