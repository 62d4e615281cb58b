package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a response is made of nothing but the request: headers and templates (OpenAPI extensions
 * {@code x-amazon-apigateway-gateway-responses} and {@code x-amazon-apigateway-integration.response}).
 *
 * @param status the status that it says
 * @param headers what each is of: {@code 'a literal'}, {@code context.requestId}, {@code method.request.header.Origin}
 * @param templates by media type
 */
record Mapping(Optional<Integer> status, Map<String, String> headers, Map<String, Template> templates) {

    /** Reads one; {@code prefix} is what names of headers begin with. */
    static Mapping of(JsonNode node, String prefix) {
        var headers = new LinkedHashMap<String, String>();
        node.path("responseParameters").properties().forEach(parameter -> {
            if (!parameter.getKey().startsWith(prefix)) {
                throw new IllegalStateException("no header of a response: " + parameter.getKey());
            }
            headers.put(
                    parameter.getKey().substring(prefix.length()),
                    parameter.getValue().asText());
        });
        var templates = new LinkedHashMap<String, Template>();
        node.path("responseTemplates")
                .properties()
                .forEach(template -> templates.put(
                        template.getKey(), new Template(template.getValue().asText())));
        return new Mapping(
                Optional.of(node.path("statusCode"))
                        .filter(code -> !code.isMissingNode())
                        .map(JsonNode::asInt),
                headers,
                templates);
    }

    /** The response. */
    Sent render(int otherwise, JsonNode context, Received request) {
        var wanted = request.header("accept").orElse("");
        var type = templates.keySet().stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> templates.keySet().stream().findFirst());
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("Content-Type", List.of(type.orElse("application/json")));
        var response = new Sent(
                status.orElse(otherwise),
                sent,
                type.map(each -> templates.get(each).render(context, request))
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8));
        for (var header : headers.entrySet()) {
            response = response.with(header.getKey(), value(header.getValue(), context, request));
        }
        return response;
    }

    private static String value(String of, JsonNode context, Received request) {
        if (of.startsWith("'") && of.endsWith("'")) {
            return of.substring(1, of.length() - 1);
        }
        if (of.startsWith("context.")) {
            return context.at("/" + of.substring("context.".length()).replace('.', '/'))
                    .asText("");
        }
        if (of.startsWith("method.request.header.")) {
            return request.header(of.substring("method.request.header.".length()))
                    .orElse("");
        }
        throw new IllegalStateException("this is not worked out here: " + of);
    }
}
