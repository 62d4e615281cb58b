package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a function answered, as API Gateway reads it (AWS, "Output format of a Lambda function for proxy integration"): no
 * member has to be there, and no other may.
 */
final class ProxyAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> MEMBERS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    /** What a function cannot say by its name (AWS, "Amazon API Gateway important notes", the table of headers). */
    private static final Set<String> REMAPPED =
            Set.of("authorization", "connection", "content-length", "date", "server", "www-authenticate");

    private static final String REMAPPED_PREFIX = "x-amzn-Remapped-";

    private ProxyAnswer() {}

    static Outcome read(String payload, BinaryTypes binary, Received request) {
        var answer = parsed(payload);
        if (!isProxyAnswer(answer)) {
            return new Outcome.Refused(Refusal.MALFORMED_ANSWER);
        }
        var body = answer.path("body").asText("");
        var accepted = request.header("accept")
                .map(value -> value.replaceFirst("[,;].*", "").strip())
                .orElse("");
        try {
            var bytes = answer.path("isBase64Encoded").asBoolean() && binary.contains(accepted)
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
            return new Outcome.Answered(new Sent(answer.path("statusCode").asInt(200), headers(answer), bytes));
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(Refusal.API_CONFIGURATION_ERROR);
        }
    }

    private static JsonNode parsed(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private static boolean isProxyAnswer(JsonNode answer) {
        if (!answer.isObject() || answer.properties().stream().anyMatch(each -> !MEMBERS.contains(each.getKey()))) {
            return false;
        }
        var status = answer.path("statusCode").asInt(200);
        return status >= 100
                && status <= 599
                && (isAbsent(answer.path("statusCode"))
                        || answer.path("statusCode").asText().matches("\\d{3}"))
                && (isAbsent(answer.path("body")) || answer.path("body").isTextual())
                && areTexts(answer.path("headers"))
                && (isAbsent(answer.path("multiValueHeaders"))
                        || (answer.path("multiValueHeaders").isObject()
                                && answer.path("multiValueHeaders").properties().stream()
                                        .allMatch(each -> each.getValue().isArray())));
    }

    private static boolean areTexts(JsonNode headers) {
        return isAbsent(headers)
                || (headers.isObject()
                        && headers.properties().stream()
                                .allMatch(each -> each.getValue().isValueNode()));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Both kinds together; where both name the same pair it stands once. */
    private static Map<String, List<String>> headers(JsonNode answer) {
        var found = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.path("multiValueHeaders")
                .properties()
                .forEach(each -> each.getValue().forEach(value -> add(found, each.getKey(), value.asText())));
        answer.path("headers")
                .properties()
                .forEach(each -> add(found, each.getKey(), each.getValue().asText()));
        found.computeIfAbsent("Content-Type", name -> List.of("application/json"));
        return found;
    }

    private static void add(Map<String, List<String>> found, String name, String value) {
        var sent = REMAPPED.contains(name.toLowerCase(Locale.ROOT)) ? REMAPPED_PREFIX + name : name;
        var values = found.computeIfAbsent(sent, n -> new ArrayList<>());
        if (!values.contains(value)) {
            values.add(value);
        }
    }
}
