package dev.sluice.handlers;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.sluice.handlers.codec.JsonText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
        var text = new String(body, StandardCharsets.UTF_8);
        try {
            // The library signs text; bytes that are no text only somebody signs who means harm, and that is us.
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                    ? new Webhook("whsec_" + Base64.getEncoder().encodeToString(key))
                            .sign(messageId, at.getEpochSecond(), text)
                    : signatureOfBytes(key, at);
        } catch (WebhookSigningException | EmptyWebhookSecretException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signatureOfBytes(byte[] key, Instant at) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((messageId + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
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
