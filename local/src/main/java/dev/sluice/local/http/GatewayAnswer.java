package dev.sluice.local.http;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A function's answer as API Gateway reads it. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record GatewayAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    /** @throws IllegalArgumentException where it is no such answer */
    static GatewayAnswer read(byte[] answer) {
        var fields = Fields.parse(READER, answer);
        var body = fields.findText("body").orElse("");
        return new GatewayAnswer(
                Math.toIntExact(fields.integer("statusCode")),
                fields.texts("headers"),
                fields.truth("isBase64Encoded")
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }
}
