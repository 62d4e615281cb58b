package dev.sluice.integration.sandbox.authorize;

import java.util.Map;
import java.util.Optional;

/**
 * An API operation that is asked for.
 *
 * @param service the prefix that the service's actions have in policies: {@code sqs}
 * @param name the operation: {@code SendMessageBatch}
 * @param request how it is asked for
 * @param named the parameters that are in its path
 */
record Operation(String service, String name, Incoming request, Map<String, String> named) {

    /** Services that sign under another name than policies know them by. */
    private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch", "tagging", "tag");

    private static final String API_GATEWAY = "apigateway";

    Operation {
        named = Map.copyOf(named);
    }

    /** Told by the header {@code X-Amz-Target}, the form's {@code Action}, or method and path, whichever there is. */
    static Operation of(Signature signature, Incoming request) {
        var service = PREFIXES.getOrDefault(signature.service(), signature.service());
        return request.header("X-Amz-Target")
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .or(() -> Optional.ofNullable(request.form().get("Action")))
                .map(name -> new Operation(service, name, request, Map.of()))
                .orElseGet(() -> byPath(service, request));
    }

    /** What API Gateway is asked for is known by its method alone (AWS, "Actions ... for Amazon API Gateway Management"). */
    private static Operation byPath(String service, Incoming request) {
        if (service.equals(API_GATEWAY)) {
            return new Operation(service, request.method(), request, Map.of());
        }
        return Listed.at(service, request)
                .map(row -> new Operation(
                        service, row.name(), request, row.path().orElseThrow().parameters(request)))
                .orElseGet(() -> new Operation(
                        service, request.method() + " " + request.target().getRawPath(), request, Map.of()));
    }

    /** The function that Lambda is asked to invoke, as it is named; empty where it is asked for something else. */
    Optional<String> invoked() {
        return action().equals("lambda:Invoke") ? Optional.of(parameter("FunctionName")) : Optional.empty();
    }

    /** A parameter, wherever the request has it; the empty text where it has none of that name. */
    String parameter(String parameter) {
        return Optional.ofNullable(named.get(parameter))
                .or(() -> Optional.ofNullable(request.query().get(parameter)))
                .or(() -> Optional.ofNullable(request.form().get(parameter)))
                .orElseGet(() -> request.json().path(parameter).asText(""));
    }

    /** As policies write it: {@code sqs:SendMessageBatch}. */
    String action() {
        return service + ":" + name;
    }
}
