package dev.sluice.simulation.world;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.port.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as the gateway hands it over, signed by its sender as the Standard Webhooks specification defines. */
final class SignedRequest {

    private static final byte[] KEY = "the key of a simulated sender...".getBytes(StandardCharsets.US_ASCII);

    /** What verifies it. */
    static final List<SigningSecret> SECRETS = List.of(new SigningSecret(KEY, Optional.empty()));

    private SignedRequest() {}

    static byte[] event(Content content, String correlationId, Instant now) {
        var source = content.identity().source();
        var isDefault = source.equals(Sources.DEFAULT);
        var timestamp = Long.toString(now.getEpochSecond());
        return JsonText.object(json -> {
                    json.writeStringField("resource", isDefault ? "/webhook" : "/webhook/{source}");
                    json.writeStringField("httpMethod", "POST");
                    json.writeObjectFieldStart("headers");
                    json.writeStringField("Content-Type", "application/json");
                    json.writeStringField("X-Correlation-Id", correlationId);
                    json.writeStringField("webhook-id", correlationId);
                    json.writeStringField("webhook-timestamp", timestamp);
                    json.writeStringField(
                            "webhook-signature", "v1," + sign(correlationId + "." + timestamp + "." + content.body()));
                    json.writeEndObject();
                    if (!isDefault) {
                        json.writeObjectFieldStart("pathParameters");
                        json.writeStringField("source", source);
                        json.writeEndObject();
                    }
                    json.writeStringField("body", content.body());
                    json.writeBooleanField("isBase64Encoded", false);
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
