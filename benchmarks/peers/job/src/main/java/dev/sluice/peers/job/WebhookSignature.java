package dev.sluice.peers.job;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of the Standard Webhooks specification: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private WebhookSignature() {}

    /**
     * Whether one of the keys made one of the signatures, not long ago.
     *
     * @param headers as they were sent; names in any case
     * @param body the very bytes that were signed
     */
    public static boolean verifies(Map<String, String> headers, byte[] body, List<byte[]> keys, Instant now) {
        var named = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        var id = named.getOrDefault("webhook-id", "");
        var timestamp = named.getOrDefault("webhook-timestamp", "");
        var signatures = named.getOrDefault("webhook-signature", "");
        if (id.isEmpty() || signatures.isEmpty() || !isRecent(timestamp, now)) {
            return false;
        }
        var found = false;
        for (var key : keys) {
            var expected = sign(key, id + "." + timestamp + ".", body);
            for (var signature : signatures.split(" ", -1)) {
                // Not short-circuited: how long it takes says nothing of where the right one stands.
                found |= MessageDigest.isEqual(expected, decoded(signature));
            }
        }
        return found;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        try {
            var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sentAt, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static byte[] decoded(String signature) {
        if (!signature.startsWith(VERSION)) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(signature.substring(VERSION.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sign(byte[] key, String before, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
