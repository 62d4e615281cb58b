package dev.sluice.benchmarks.cold;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.handlers.codec.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed webhooks as API Gateway hands them to a function (AWS, "Input format of a Lambda function for proxy integration",
 * payload format 1.0).
 */
final class Webhooks {

    private static final String ALGORITHM = "HmacSHA256";

    /** Made up, and of no use anywhere else. */
    private static final byte[] KEY = "a key that only this measures by".getBytes(StandardCharsets.US_ASCII);

    private static final List<String> UNKNOWN = List.of(
            "accessKey",
            "accountId",
            "apiKeyId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn");

    private Webhooks() {}

    /** The text of the secret that all of them are signed with, as an operator keeps it. */
    static String secret() {
        return "{\"secrets\":[{\"secret\":\"whsec_" + Base64.getEncoder().encodeToString(KEY) + "\"}]}";
    }

    /** An event with that body, signed now; functions take it for five minutes. */
    static String event(byte[] body, Instant now) {
        var headers = headers(body, now);
        return JsonText.object(json -> {
            json.writeStringField("resource", "/webhook");
            json.writeStringField("path", "/webhook");
            json.writeStringField("httpMethod", "POST");
            json.writeObjectFieldStart("headers");
            for (var header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("multiValueHeaders");
            for (var header : headers.entrySet()) {
                json.writeArrayFieldStart(header.getKey());
                json.writeString(header.getValue());
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeNullField("queryStringParameters");
            json.writeNullField("multiValueQueryStringParameters");
            json.writeNullField("pathParameters");
            json.writeNullField("stageVariables");
            json.writeObjectFieldStart("requestContext");
            writeContext(json, now);
            json.writeEndObject();
            json.writeStringField("body", new String(body, StandardCharsets.UTF_8));
            json.writeBooleanField("isBase64Encoded", false);
        });
    }

    private static Map<String, String> headers(byte[] body, Instant now) {
        var timestamp = Long.toString(now.getEpochSecond());
        var headers = new TreeMap<String, String>();
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "gzip, deflate");
        headers.put("Content-Type", "application/json");
        headers.put("Host", "a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com");
        headers.put("User-Agent", "sender/1.0");
        headers.put("X-Amzn-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        headers.put("X-Api-Key", "measured");
        headers.put("X-Forwarded-For", "192.0.2.44");
        headers.put("X-Forwarded-Port", "443");
        headers.put("X-Forwarded-Proto", "https");
        headers.put("webhook-id", "msg-1");
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + signature("msg-1." + timestamp + ".", body));
        return headers;
    }

    private static void writeContext(JsonGenerator json, Instant now) throws IOException {
        json.writeStringField("accountId", "123456789012");
        json.writeStringField("apiId", "a1b2c3d4e5");
        json.writeStringField("stage", "live");
        json.writeStringField("domainName", "a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com");
        json.writeStringField("domainPrefix", "a1b2c3d4e5");
        json.writeStringField("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
        json.writeStringField("extendedRequestId", "c6af9ac67b6111e=");
        json.writeStringField("resourcePath", "/webhook");
        json.writeStringField("resourceId", "x1y2z3");
        json.writeStringField("httpMethod", "POST");
        json.writeStringField("path", "/live/webhook");
        json.writeStringField("protocol", "HTTP/1.1");
        json.writeStringField("requestTime", "02/Jan/2026:03:04:05 +0000");
        json.writeNumberField("requestTimeEpoch", now.toEpochMilli());
        json.writeObjectFieldStart("identity");
        for (var unknown : UNKNOWN) {
            json.writeNullField(unknown);
        }
        json.writeStringField("sourceIp", "192.0.2.44");
        json.writeStringField("userAgent", "sender/1.0");
        json.writeEndObject();
    }

    private static String signature(String before, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY, ALGORITHM));
            mac.update(before.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
