package dev.sluice.peers.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as API Gateway hands them to a function. */
final class Webhooks {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made up, and of no use anywhere else. */
    private static final byte[] KEY = "a key that only peers are tried by".getBytes(StandardCharsets.US_ASCII);

    private static final String TRANSACTION = """
            {"id": "tx-1", "type": "payment", "amount": "12.50", "currency": "GBP", "accountId": "acc-1",
             "occurredAt": "2026-03-01T12:30:00.000Z", "merchant": {"name": "Grocer", "mcc": "5411", "country": "GB"},
             "card": {"bin": "411111", "last4": "1111"}, "metadata": {"till": "3"}, "unknown": 1}""";

    private Webhooks() {}

    /** What Secrets Manager says. */
    static String keptSecret() {
        var secret = Map.of("secret", "whsec_" + Base64.getEncoder().encodeToString(KEY));
        return written(Map.of("Name", "default", "SecretString", written(Map.of("secrets", new Object[] {secret}))));
    }

    /** A transaction under that id. */
    static String transaction(String id) {
        return TRANSACTION.replace("tx-1", id);
    }

    /** One with a text of it replaced. */
    static String transactionWith(String written, String instead) {
        if (!TRANSACTION.contains(written)) {
            throw new IllegalArgumentException("no transaction says " + written);
        }
        return TRANSACTION.replace(written, instead);
    }

    /** Signed as it should be. */
    static String signed(String body, Instant at) {
        return event(body, at, signature(body, at), false);
    }

    /** Signed as it should be; its body as API Gateway hands over binary ones. */
    static String signedBinary(String body, Instant at) {
        return event(body, at, signature(body, at), true);
    }

    /** Signed for another body. */
    static String forged(String body, Instant at) {
        return event(body, at, signature(body + " ", at), false);
    }

    private static String event(String body, Instant at, String signature, boolean binary) {
        var sent = binary ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) : body;
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                "msg-1",
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "Webhook-Signature",
                "v1," + signature);
        return written(Map.of(
                "resource",
                "/webhook",
                "path",
                "/webhook",
                "httpMethod",
                "POST",
                "headers",
                headers,
                "requestContext",
                Map.of("requestId", "c6af9ac6", "identity", Map.of("sourceIp", "192.0.2.44")),
                "body",
                sent,
                "isBase64Encoded",
                binary));
    }

    private static String signature(String body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            mac.update(("msg-1." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps can be written", e);
        }
    }
}
