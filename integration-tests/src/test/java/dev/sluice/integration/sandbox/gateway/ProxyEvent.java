package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a function is handed for a request (AWS, "Input format of a Lambda function for proxy integration", payload format
 * 1.0).
 */
final class ProxyEvent {

    /** What goes no further than API Gateway (AWS, "Amazon API Gateway important notes", the table of headers). */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-length",
            "content-md5",
            "expect",
            "max-forwards",
            "proxy-authenticate",
            "te",
            "transfer-encoding",
            "upgrade",
            "www-authenticate");

    /** Names that arrive so, whatever the client wrote. */
    private static final Map<String, String> WRITTEN =
            Map.of("host", "Host", "user-agent", "User-Agent", "authorization", "Authorization");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProxyEvent() {}

    static ObjectNode of(
            Api api, Received request, Method method, Map<String, String> pathParameters, ObjectNode context) {
        var event = JSON.objectNode();
        event.put("resource", method.resource());
        event.put("path", request.path());
        event.put("httpMethod", request.method());
        put(event, "headers", "multiValueHeaders", headers(request, method));
        put(event, "queryStringParameters", "multiValueQueryStringParameters", request.parameters());
        if (pathParameters.isEmpty()) {
            event.putNull("pathParameters");
        } else {
            var told = event.putObject("pathParameters");
            pathParameters.forEach(told::put);
        }
        event.set("stageVariables", api.stageVariables());
        event.set("requestContext", context);
        if (request.body().length == 0) {
            return event.putNull("body").put("isBase64Encoded", false);
        }
        var binary = api.binary().contains(request.mediaType());
        return event.put("body", binary ? Base64.getEncoder().encodeToString(request.body()) : text(request))
                .put("isBase64Encoded", binary);
    }

    private static String text(Received request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers(Received request, Method method) {
        var headers = new LinkedHashMap<String, List<String>>();
        request.headers().forEach((name, values) -> {
            var signature = name.equals("authorization")
                    && (method.needsIdentity() || values.getFirst().startsWith("AWS4-"));
            if (!DROPPED.contains(name) && !signature) {
                headers.put(WRITTEN.getOrDefault(name, name), values);
            }
        });
        var before = headers.remove("x-forwarded-for");
        headers.put(
                "X-Forwarded-For",
                List.of(before == null ? request.from() : String.join(", ", before) + ", " + request.from()));
        headers.put("X-Forwarded-Port", List.of("443"));
        headers.put("X-Forwarded-Proto", List.of("https"));
        headers.remove("x-forwarded-port");
        headers.remove("x-forwarded-proto");
        headers.put("X-Amzn-Trace-Id", List.of(request.trace()));
        headers.remove("x-amzn-trace-id");
        return headers;
    }

    /** The last value of each, then all values of each; nothing at all is JSON's null. */
    private static void put(ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(single);
            event.putNull(multiple);
            return;
        }
        var last = event.putObject(single);
        values.forEach((name, all) -> last.put(name, all.getLast()));
        var every = event.putObject(multiple);
        values.forEach((name, all) -> all.forEach(every.putArray(name)::add));
    }
}
