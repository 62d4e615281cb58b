package dev.sluice.handlers.gateway;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as API Gateway takes it from a function. */
public record GatewayResponse(int status, Map<String, String> headers, String body) {

    /** How long a sender should wait before it tries again, in seconds. */
    private static final String RETRY_AFTER_SECONDS = "5";

    public GatewayResponse {
        headers = Map.copyOf(headers);
    }

    public static GatewayResponse json(int status, JsonText.Content content) {
        return new GatewayResponse(status, Map.of("Content-Type", "application/json"), JsonText.object(content));
    }

    public static GatewayResponse problem(Problem problem) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return new GatewayResponse(problem.status(), headers, new String(problem.json(), StandardCharsets.UTF_8));
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(JsonText.object(json -> {
                    json.writeNumberField("statusCode", status);
                    json.writeObjectFieldStart("headers");
                    for (var header : headers.entrySet()) {
                        json.writeStringField(header.getKey(), header.getValue());
                    }
                    json.writeEndObject();
                    json.writeStringField("body", body);
                    json.writeBooleanField("isBase64Encoded", false);
                })
                .getBytes(StandardCharsets.UTF_8));
    }
}
