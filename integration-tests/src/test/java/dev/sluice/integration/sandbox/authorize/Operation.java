package dev.sluice.integration.sandbox.authorize;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API operation that is asked for.
 *
 * @param service the prefix that the service's actions have in policies: {@code sqs}
 * @param name the operation: {@code SendMessageBatch}
 * @param request how it is asked for
 */
record Operation(String service, String name, Incoming request) {

    /** Services that sign under another name than policies know them by. */
    private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch");

    /** Operations that are told by their path (X-Ray's API reference; Lambda's). */
    private static final Map<String, String> PATHS = Map.of(
            "/TraceSegments", "PutTraceSegments",
            "/TelemetryRecords", "PutTelemetryRecords",
            "/GetSamplingRules", "GetSamplingRules",
            "/SamplingTargets", "GetSamplingTargets");

    private static final Pattern INVOKED = Pattern.compile("/2015-03-31/functions/(?<function>[^/]+)/invocations/?");

    /** Told by the header {@code X-Amz-Target}, the form's {@code Action}, or method and path, whichever there is. */
    static Operation of(Signature signature, Incoming request) {
        var service = PREFIXES.getOrDefault(signature.service(), signature.service());
        var name = request.header("X-Amz-Target")
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .or(() -> Optional.ofNullable(request.form().get("Action")))
                .orElseGet(() -> byPath(request));
        return new Operation(service, name, request);
    }

    private static String byPath(Incoming request) {
        var path = request.target().getRawPath();
        if (INVOKED.matcher(path).matches()) {
            return "Invoke";
        }
        return PATHS.getOrDefault(path, request.method() + " " + path);
    }

    /** The function that Lambda is asked to invoke, as it is named; empty where it is asked for something else. */
    Optional<String> invoked() {
        var path = INVOKED.matcher(request.target().getRawPath());
        return service.equals("lambda") && request.method().equals("POST") && path.matches()
                ? Optional.of(Incoming.decoded(path.group("function")))
                : Optional.empty();
    }

    /** As policies write it: {@code sqs:SendMessageBatch}. */
    String action() {
        return service + ":" + name;
    }
}
