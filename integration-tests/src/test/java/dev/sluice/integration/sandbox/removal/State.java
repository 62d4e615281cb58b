package dev.sluice.integration.sandbox.removal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.function.Consumer;

/** A state with something taken out of it, as it would read had that never been deployed. */
final class State {

    private static final ObjectMapper JSON = new ObjectMapper();

    private State() {}

    /** Without a resource. */
    static Deployment without(Deployment deployment, String address) {
        var state = deployment.state().deepCopy();
        var resources = (ArrayNode) state.at("/values/root_module/resources");
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i).get("address").asText().equals(address)) {
                resources.remove(i);
                return deployment.with(state);
            }
        }
        throw new IllegalArgumentException("no " + address + " was deployed");
    }

    /** With a resource that says something else. */
    static Deployment changed(Deployment deployment, String address, Consumer<ObjectNode> change) {
        var state = deployment.state().deepCopy();
        for (var resource : state.at("/values/root_module/resources")) {
            if (resource.get("address").asText().equals(address)) {
                change.accept((ObjectNode) resource.get("values"));
                return deployment.with(state);
            }
        }
        throw new IllegalArgumentException("no " + address + " was deployed");
    }

    /** With a policy, which is JSON in a text, that says something else. */
    static Deployment policy(Deployment deployment, String address, String attribute, Consumer<ArrayNode> statements) {
        return changed(deployment, address, values -> {
            var policy = parsed(values.get(attribute).asText());
            statements.accept((ArrayNode) policy.get("Statement"));
            values.put(attribute, policy.toString());
        });
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
