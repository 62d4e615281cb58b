package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** The bodies of the protocols that speak JSON. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** What a body says; a missing node where it is no JSON. */
    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** An object with these texts. */
    static String object(String name, String value, String other, String otherValue) {
        return MAPPER.createObjectNode().put(name, value).put(other, otherValue).toString();
    }
}
