package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A method of a resource.
 *
 * @param verb {@code POST}, or {@code ANY} for all that have no method of their own
 * @param resource its path with its parameters' names
 * @param needsKey whether an API key has to be sent
 * @param needsIdentity whether the request has to be signed by an identity of IAM
 * @param integration what serves it
 */
record Method(String verb, String resource, boolean needsKey, boolean needsIdentity, Integration integration) {

    static final String ANY = "ANY";

    private static final String ANY_EXTENSION = "x-amazon-apigateway-any-method";

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** All methods of an OpenAPI document. */
    static List<Method> of(JsonNode openApi) {
        var methods = new ArrayList<Method>();
        openApi.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (VERBS.contains(method.getKey()) || method.getKey().equals(ANY_EXTENSION)) {
                        methods.add(of(openApi, path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
        return List.copyOf(methods);
    }

    private static Method of(JsonNode openApi, String resource, String key, JsonNode method) {
        var security = method.has("security") ? method.path("security") : openApi.path("security");
        var schemes = StreamSupport.stream(security.spliterator(), false)
                .flatMap(each -> each.properties().stream())
                .map(each -> openApi.at("/components/securitySchemes").path(each.getKey()))
                .collect(Collectors.toSet());
        if (schemes.stream().anyMatch(each -> each instanceof MissingNode)) {
            throw new IllegalStateException(resource + " names a security scheme that is not there");
        }
        return new Method(
                key.equals(ANY_EXTENSION) ? ANY : key.toUpperCase(Locale.ROOT),
                resource,
                schemes.stream().anyMatch(Method::isKey),
                schemes.stream().anyMatch(Method::isIdentity),
                Integration.of(method.path("x-amazon-apigateway-integration")));
    }

    private static boolean isIdentity(JsonNode scheme) {
        return scheme.path("x-amazon-apigateway-authtype").asText().equalsIgnoreCase("awsSigv4");
    }

    private static boolean isKey(JsonNode scheme) {
        return !isIdentity(scheme)
                && scheme.path("type").asText().equals("apiKey")
                && scheme.path("name").asText().equalsIgnoreCase("x-api-key");
    }

    /** What a journal calls it. */
    String label() {
        return verb + " " + resource;
    }
}
