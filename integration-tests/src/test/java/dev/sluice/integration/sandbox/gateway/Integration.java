package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What serves a method (OpenAPI extension {@code x-amazon-apigateway-integration}). */
sealed interface Integration {

    /**
     * A function that is handed the whole request.
     *
     * @param function the ARN of what is invoked, with its qualifier
     * @param timeout how long it is waited for
     */
    record LambdaProxy(String function, Duration timeout) implements Integration {

        /** The function's name. */
        String name() {
            var rest = function.substring(function.indexOf(":function:") + ":function:".length());
            var qualifier = rest.indexOf(':');
            return qualifier < 0 ? rest : rest.substring(0, qualifier);
        }
    }

    /**
     * API Gateway itself (AWS, "Set up mock integrations in API Gateway").
     *
     * @param passesThrough whether a body is taken that no template is for
     * @param requests the templates that say a status, by media type
     * @param responses by the pattern of that status, and {@code default}
     */
    record Mock(boolean passesThrough, Map<String, Template> requests, Map<String, Mapping> responses)
            implements Integration {}

    /** API Gateway waits no longer where nothing else is said (AWS, "Quotas for configuring and running a REST API"). */
    int USUAL_MILLISECONDS = 29_000;

    Pattern INVOKED =
            Pattern.compile("arn:[^:]+:apigateway:[^:]+:lambda:path/2015-03-31/functions/([^/]+)/invocations");

    /** Reads one. */
    static Integration of(JsonNode node) {
        var type = node.path("type").asText().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "aws_proxy" -> {
                var uri = node.path("uri").asText();
                var invoked = INVOKED.matcher(uri);
                if (!invoked.matches() || !node.path("httpMethod").asText().equals("POST")) {
                    throw new IllegalStateException("no function is invoked by " + uri);
                }
                yield new LambdaProxy(
                        invoked.group(1),
                        Duration.ofMillis(node.path("timeoutInMillis").asInt(USUAL_MILLISECONDS)));
            }
            case "mock" -> mock(node);
            default -> throw new IllegalStateException("an integration of type '" + type + "' is not served here");
        };
    }

    private static Mock mock(JsonNode node) {
        var requests = new LinkedHashMap<String, Template>();
        node.path("requestTemplates")
                .properties()
                .forEach(each ->
                        requests.put(each.getKey(), new Template(each.getValue().asText())));
        var responses = new LinkedHashMap<String, Mapping>();
        node.path("responses")
                .properties()
                .forEach(each -> responses.put(each.getKey(), Mapping.of(each.getValue(), "method.response.header.")));
        var passing = node.path("passthroughBehavior").asText("when_no_match").toLowerCase(Locale.ROOT);
        return new Mock(passing.equals("when_no_match"), requests, responses);
    }
}
