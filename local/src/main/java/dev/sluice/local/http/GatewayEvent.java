package dev.sluice.local.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.JsonText;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request as API Gateway hands it to a function (REST API proxy event, payload version 1.0). */
final class GatewayEvent {

    private GatewayEvent() {}

    /** @throws IllegalArgumentException where the query's percent encoding is broken */
    static byte[] write(ServerRequest request, Routes.Match.Found match, byte[] body, String requestId) {
        var query = query(request.query().rawValue());
        return JsonText.bytes(body.length * 4 / 3 + 2_048, json -> {
            json.writeStringField("resource", match.route().path());
            json.writeStringField("path", request.path().rawPath());
            json.writeStringField("httpMethod", request.prologue().method().text());
            multi(json, "headers", "multiValueHeaders", headers(request));
            multi(json, "queryStringParameters", "multiValueQueryStringParameters", query);
            json.writeObjectFieldStart("pathParameters");
            for (var parameter : match.parameters().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", requestId);
            json.writeObjectFieldStart("identity");
            json.writeEndObject();
            json.writeEndObject();
            json.writeFieldName("body");
            json.writeBinary(body);
            json.writeBooleanField("isBase64Encoded", true);
        });
    }

    /** The last value of each, then all values of each. */
    private static void multi(JsonGenerator json, String single, String multiple, Map<String, List<String>> values)
            throws IOException {
        json.writeObjectFieldStart(single);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue().getLast());
        }
        json.writeEndObject();
        json.writeObjectFieldStart(multiple);
        for (var value : values.entrySet()) {
            json.writeArrayFieldStart(value.getKey());
            for (var one : value.getValue()) {
                json.writeString(one);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static Map<String, List<String>> headers(ServerRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : request.headers()) {
            // What opens the door is the front's business and goes no further.
            if (!header.name().equalsIgnoreCase("x-api-key") && !header.name().equalsIgnoreCase("authorization")) {
                headers.computeIfAbsent(header.name(), name -> new ArrayList<>())
                        .addAll(header.allValues());
            }
        }
        return headers;
    }

    static Map<String, List<String>> query(String raw) {
        var query = new LinkedHashMap<String, List<String>>();
        if (raw.isEmpty()) {
            return query;
        }
        for (var pair : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = Routes.decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : Routes.decoded(pair.substring(equals + 1));
            query.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return query;
    }
}
