package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the API answers by itself (AWS, "Gateway responses for REST APIs in API Gateway"): what is configured for a type,
 * else for all of its class, else AWS's own {@code {"message": ...}}.
 *
 * @param configured by their types
 */
record GatewayResponses(Map<String, Mapping> configured) {

    private static final Mapping USUAL = new Mapping(
            Optional.empty(),
            Map.of(),
            Map.of("application/json", new Template("{\"message\":$context.error.messageString}")));

    static GatewayResponses of(JsonNode extension) {
        var configured = new LinkedHashMap<String, Mapping>();
        extension
                .properties()
                .forEach(each -> configured.put(each.getKey(), Mapping.of(each.getValue(), "gatewayresponse.header.")));
        return new GatewayResponses(configured);
    }

    /** The answer to a request that was refused. */
    Sent answer(Refusal why, ObjectNode context, Received request) {
        var mapping = configured.getOrDefault(why.type(), configured.getOrDefault(why.fallback(), USUAL));
        var told = context.deepCopy();
        told.putObject("error")
                .put("message", why.message())
                .put("messageString", TextNode.valueOf(why.message()).toString())
                .put("responseType", why.type());
        return mapping.render(why.status(), told, request).with("x-amzn-ErrorType", why.error());
    }
}
