package dev.sluice.integration.kill;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A transaction of our own, sent beside the replay: its number says everything about it. Signed as Standard Webhooks
 * 1.0.0 says, with the JDK alone, so that nothing of the project vouches for itself.
 */
record Webhook(long number) {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String PREFIX = "whsec_";

    String id() {
        return "own-" + number;
    }

    /** In pence. */
    long amountMinor() {
        return 1 + number * 37 % 90_000;
    }

    String amount() {
        return amountMinor() / 100 + "." + "%02d".formatted(amountMinor() % 100);
    }

    private String body() {
        return """
                {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"own-%d",
                 "occurredAt":"2026-03-%02dT%02d:%02d:%02dZ","merchant":{"name":"Corner Shop"}}""".formatted(
                        id(),
                        amount(),
                        number % 20,
                        1 + number / 86_400 % 28,
                        number / 3_600 % 24,
                        number / 60 % 60,
                        number % 60);
    }

    HttpRequest request(Access access, long epochSecond) {
        var body = body();
        return HttpRequest.newBuilder(URI.create(access.url() + "/webhook/" + access.source()))
                .timeout(LONGEST)
                .header("content-type", "application/json")
                .header("x-api-key", access.apiKey())
                .header("webhook-id", id())
                .header("webhook-timestamp", Long.toString(epochSecond))
                .header("webhook-signature", "v1," + signature(access.secret(), epochSecond, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest question(Access access) {
        return HttpRequest.newBuilder(URI.create(access.url() + "/transactions/" + id() + "?source=" + access.source()))
                .timeout(LONGEST)
                .header("authorization", "Bearer " + access.operatorToken())
                .build();
    }

    private String signature(String secret, long epochSecond, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            var signed = id() + "." + epochSecond + "." + body;
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
