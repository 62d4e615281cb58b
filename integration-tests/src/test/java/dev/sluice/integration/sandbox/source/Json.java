package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON as events and answers are written in: texts in, trees out. */
final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** What has to be JSON, since we or a deploy wrote it. */
    static JsonNode read(String text) {
        return tryToRead(text).orElseThrow(() -> new IllegalArgumentException("this is to be JSON, and is not"));
    }

    /** What somebody else wrote; empty where it is no JSON. Nothing of it is repeated. */
    static Optional<JsonNode> tryToRead(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text that is no JSON itself. */
    static JsonNode text(String text) {
        return MAPPER.getNodeFactory().textNode(text);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
