package dev.sluice.infra.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.blueprint.Pipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OpenAPI document that the gateway imports, made from the contract in the blueprint: its paths, methods, parameters and
 * who may call them, each method with the function behind it, and an answer for every method that a path has not.
 *
 * <p>Schemas are left out: the gateway validates nothing, so that the function can name every violation at once.
 */
public final class ApiBody {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private ApiBody() {}

    /**
     * The document, with the functions in it.
     *
     * @param name the API's deployed name
     * @param invokeArns by which ARN the gateway invokes each function that the contract names
     */
    public static String of(String name, Map<String, String> invokeArns) {
        var contract = contract();
        var body =
                JSON.createObjectNode().put("openapi", contract.path("openapi").asText());
        body.putObject("info")
                .put("title", name)
                .put("version", contract.at("/info/version").asText());
        var paths = body.putObject("paths");
        for (var path : contract.path("paths").properties()) {
            var methods = paths.putObject(path.getKey());
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    methods.set(method.getKey(), operation(contract, method.getValue(), invokeArns));
                }
            }
            methods.set("x-amazon-apigateway-any-method", notAllowed(path.getValue()));
        }
        body.putObject("components").set("securitySchemes", securitySchemes(contract));
        var answers = body.putObject("x-amazon-apigateway-gateway-responses");
        GatewayAnswer.ALL.forEach(answer -> answers.set(answer.type(), answer.json()));
        return body.toString();
    }

    private static JsonNode contract() {
        try (var in = Pipeline.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the blueprint's openapi.json is not on the class path");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode operation(JsonNode contract, JsonNode method, Map<String, String> invokeArns) {
        var function = method.path("x-sluice-function").asText();
        var invokeArn = invokeArns.get(function);
        if (invokeArn == null) {
            throw new IllegalStateException("the contract names the function '" + function + "', which has no route");
        }
        var operation = JSON.createObjectNode()
                .put("operationId", method.path("operationId").asText())
                .put("summary", method.path("summary").asText());
        operation.set("security", method.path("security"));
        var parameters = operation.putArray("parameters");
        for (var parameter : method.path("parameters")) {
            parameters.add(parameter(contract, parameter));
        }
        operation.putObject("responses").putObject("default").put("description", "As the function answers.");
        operation
                .putObject("x-amazon-apigateway-integration")
                .put("type", "aws_proxy")
                // How the gateway calls Lambda, whatever method the request has.
                .put("httpMethod", "POST")
                .put("uri", invokeArn)
                .put("passthroughBehavior", "when_no_match");
        return operation;
    }

    /** A parameter where it is used: the gateway needs its name and place alone. */
    private static ObjectNode parameter(JsonNode contract, JsonNode parameter) {
        var reference = parameter.path("$ref").asText();
        var meant = reference.isEmpty() ? parameter : contract.at(reference.substring(1));
        var isPath = meant.path("in").asText().equals("path");
        var json = JSON.createObjectNode()
                .put("name", meant.path("name").asText())
                .put("in", meant.path("in").asText())
                // A header that is missing is for the function to name.
                .put("required", isPath);
        json.putObject("schema").put("type", "string");
        return json;
    }

    /** 405 for the methods that a path has not: the gateway by itself says 403. */
    private static ObjectNode notAllowed(JsonNode path) {
        var allowed = path.propertyStream()
                .map(Map.Entry::getKey)
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        var any = JSON.createObjectNode();
        var answer = any.putObject("responses").putObject("405").put("description", "Method Not Allowed");
        for (var header : List.of("Allow", "Content-Type")) {
            answer.withObject("/headers").putObject(header).putObject("schema").put("type", "string");
        }
        var integration = any.putObject("x-amazon-apigateway-integration")
                .put("type", "mock")
                .put("passthroughBehavior", "never")
                // All media types are binary here, and a template reads text.
                .put("contentHandling", "CONVERT_TO_TEXT");
        integration.putObject("requestTemplates").put("application/json", "{\"statusCode\": 405}");
        var response = integration.putObject("responses").putObject("default").put("statusCode", "405");
        response.put("contentHandling", "CONVERT_TO_TEXT");
        response.putObject("responseParameters")
                .put("method.response.header.Allow", "'" + allowed + "'")
                .put("method.response.header.Content-Type", "'" + GatewayAnswer.MEDIA_TYPE + "'");
        response.putObject("responseTemplates")
                .put(
                        "application/json",
                        GatewayAnswer.problem(405, "Method Not Allowed", "this path takes " + allowed + " alone"));
        return any;
    }

    /** The contract's, but that an operator is who IAM says, by Signature Version 4. */
    private static ObjectNode securitySchemes(JsonNode contract) {
        var schemes = (ObjectNode) contract.at("/components/securitySchemes").deepCopy();
        schemes.properties().forEach(scheme -> ((ObjectNode) scheme.getValue()).remove("description"));
        schemes.withObject("/operator").put("x-amazon-apigateway-authtype", "awsSigv4");
        return schemes;
    }
}
