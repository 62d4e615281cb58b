package dev.sluice.benchmarks.stages;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.port.SigningSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Lambda hands them over, with the members beside ours that AWS's documentation shows. */
final class Events {

    private static final String ACCOUNT = "arn:aws:sns:eu-west-2:123456789012:transactions";

    private Events() {}

    /** A request through API Gateway, signed as Standard Webhooks says. */
    static byte[] gateway(byte[] body, SigningSecret secret, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        return bytes(json -> {
            json.writeStringField("resource", "/webhook/{source}");
            json.writeStringField("path", "/webhook/default");
            json.writeStringField("httpMethod", "POST");
            json.writeObjectFieldStart("headers");
            json.writeStringField("Accept", "*/*");
            json.writeStringField("Content-Type", "application/json");
            json.writeStringField("Host", "abcdefghij.execute-api.eu-west-2.amazonaws.com");
            json.writeStringField("User-Agent", "sender/1.0");
            json.writeStringField("webhook-id", "msg-1");
            json.writeStringField("webhook-signature", "v1," + signature(body, secret, timestamp));
            json.writeStringField("webhook-timestamp", timestamp);
            json.writeStringField("X-Amzn-Trace-Id", "Root=1-5e1b4151-5ac6c58f3a1d2b4c5d6e7f80");
            json.writeStringField("x-api-key", "an-api-key-of-forty-characters-in-the-use");
            json.writeStringField("X-Forwarded-For", "203.0.113.7");
            json.writeStringField("X-Forwarded-Port", "443");
            json.writeStringField("X-Forwarded-Proto", "https");
            json.writeEndObject();
            json.writeNullField("queryStringParameters");
            json.writeObjectFieldStart("pathParameters");
            json.writeStringField("source", "default");
            json.writeEndObject();
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
            json.writeStringField("stage", "v1");
            json.writeObjectFieldStart("identity");
            json.writeStringField("sourceIp", "203.0.113.7");
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("body", new String(body, StandardCharsets.UTF_8));
            json.writeBooleanField("isBase64Encoded", false);
        });
    }

    private static String signature(byte[] body, SigningSecret secret, String timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key(), "HmacSHA256"));
            mac.update(("msg-1." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** One message of a topic. */
    static byte[] topic(String message) {
        return records(json -> {
            json.writeStringField("EventSource", "aws:sns");
            json.writeStringField("EventVersion", "1.0");
            json.writeStringField("EventSubscriptionArn", ACCOUNT + ":2bcfbf39-05c3-41de-beaa-fcfcc21c8f55");
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Type", "Notification");
            json.writeStringField("MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e");
            json.writeStringField("TopicArn", ACCOUNT);
            json.writeStringField("Message", message);
            json.writeStringField("Timestamp", "2026-03-01T12:00:00.000Z");
            json.writeObjectFieldStart("MessageAttributes");
            for (var name : new String[] {"type", "currency", "schemaVersion", "minorUnits", "amountBand"}) {
                json.writeObjectFieldStart(name);
                json.writeStringField("Type", "String");
                json.writeStringField("Value", "payment");
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** One new item of the table. */
    static byte[] stream(Case.Ids ids, String document) {
        return records(json -> {
            json.writeStringField("eventID", "c4ca4238a0b923820dcc509a6f75849b");
            json.writeStringField("eventName", "INSERT");
            json.writeStringField("eventVersion", "1.1");
            json.writeObjectFieldStart("dynamodb");
            json.writeStringField("SequenceNumber", "4421584500000000017450439091");
            json.writeObjectFieldStart("NewImage");
            attribute(json, "source", "default");
            attribute(json, "id", ids.transaction());
            attribute(json, "accountId", ids.account());
            attribute(json, "type", "payment");
            attribute(json, "status", "RECEIVED");
            attribute(json, "receivedAt", "2026-03-01T12:00:00.000Z");
            attribute(json, "storedAt", "2026-03-01T12:00:00.000Z");
            attribute(json, "correlationId", "correlation-1");
            attribute(json, "document", document);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void attribute(JsonGenerator json, String name, String value) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("S", value);
        json.writeEndObject();
    }

    /** One message of a queue. */
    static byte[] queue(String message) {
        return records(json -> {
            json.writeStringField("messageId", "059f36b4-87a3-44ab-83d2-661975830a7d");
            json.writeStringField("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a");
            json.writeStringField("body", message);
            json.writeObjectFieldStart("attributes");
            json.writeStringField("ApproximateReceiveCount", "1");
            json.writeStringField("SenderId", "AIDAIENQZJOLO23YVJ4VO:enricher");
            json.writeEndObject();
            json.writeStringField("eventSource", "aws:sqs");
        });
    }

    private static byte[] records(JsonText.Content content) {
        return bytes(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static byte[] bytes(JsonText.Content content) {
        return JsonText.object(content).getBytes(StandardCharsets.UTF_8);
    }
}
