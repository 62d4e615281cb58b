package dev.sluice.handlers;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.sluice.handlers.codec.JsonText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A whole, valid webhook request, signed by the Standard Webhooks library, of which a test lets one thing differ. */
public final class WebhookRequest {

    public static final String VALID_BODY = """
            {"id": "t-1", "type": "payment", "amount": "12.50", "currency": "GBP", "accountId": "5770",
             "occurredAt": "2026-05-04T10:15:30.123Z", "merchant": {"name": "Corner Shop", "mcc": "5411"}}""";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = VALID_BODY.getBytes(StandardCharsets.UTF_8);
    private Optional<String> source = Optional.empty();
    private String messageId = "msg-1";

    public WebhookRequest() {
        headers.put("Content-Type", "application/json");
    }

    public WebhookRequest body(String json) {
        return body(json.getBytes(StandardCharsets.UTF_8));
    }

    public WebhookRequest body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public WebhookRequest source(String name) {
        source = Optional.of(name);
        return this;
    }

    public WebhookRequest messageId(String id) {
        messageId = id;
        return this;
    }

    public WebhookRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public WebhookRequest without(String name) {
        headers.remove(name);
        return this;
    }

    /** Signs what is there now. */
    public WebhookRequest signed(byte[] key, Instant at) {
        return header("webhook-id", messageId)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature(key, at));
    }

    public String signature(byte[] key, Instant at) {
        try {
            // The library signs text; bytes that are no text are signed by nobody who keeps to JSON.
            return new Webhook("whsec_" + Base64.getEncoder().encodeToString(key))
                    .sign(messageId, at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The event that API Gateway makes of it. */
    public InputStream event() {
        return new ByteArrayInputStream(JsonText.object(json -> {
                    json.writeStringField("resource", source.isPresent() ? "/webhook/{source}" : "/webhook");
                    json.writeStringField("httpMethod", "POST");
                    json.writeObjectFieldStart("headers");
                    for (var header : headers.entrySet()) {
                        json.writeStringField(header.getKey(), header.getValue());
                    }
                    json.writeEndObject();
                    if (source.isPresent()) {
                        json.writeObjectFieldStart("pathParameters");
                        json.writeStringField("source", source.get());
                        json.writeEndObject();
                    } else {
                        json.writeNullField("pathParameters");
                    }
                    json.writeObjectFieldStart("requestContext");
                    json.writeStringField("requestId", "request-1");
                    json.writeEndObject();
                    json.writeStringField("body", Base64.getEncoder().encodeToString(body));
                    json.writeBooleanField("isBase64Encoded", true);
                })
                .getBytes(StandardCharsets.UTF_8));
    }
}
