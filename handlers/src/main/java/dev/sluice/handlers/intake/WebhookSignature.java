package dev.sluice.handlers.intake;

import dev.sluice.domain.reference.Digits;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.intake.Authenticity.Authentic;
import dev.sluice.handlers.intake.Authenticity.NotAuthentic;
import dev.sluice.handlers.port.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of the Standard Webhooks specification: HMAC-SHA256 over {@code id.timestamp.body}, in {@code
 * webhook-signature} as {@code v1,} and base64, several separated by spaces.
 */
public final class WebhookSignature {

    /** How far a request's timestamp may lie from now, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Some 170 signatures, more than any rotation needs; what lies beyond is a waste of time that a sender can cause. */
    static final int LONGEST_LIST = 8 * 1024;

    private static final int LONGEST_ID = 256;
    private static final int LONGEST_TIMESTAMP = 12;
    private static final String VERSION = "v1,";
    private static final NotAuthentic WRONG =
            new NotAuthentic("no active secret of this source verifies the signature");

    /** Compared with where there is no secret, so that an unknown source costs the same time as a known one. */
    private static final SigningSecret NOBODYS = new SigningSecret(new byte[32], Optional.empty());

    private static final String ALGORITHM = "HmacSHA256";

    /** Cloned for each use, never used itself: looking through the platform's providers takes as long as the hash. */
    private static final Mac UNUSED = hmac();

    private WebhookSignature() {}

    /**
     * Checks a request as it arrived, before anything of it is parsed.
     *
     * @param secrets the source's, newest first; empty where the source is unknown
     */
    public static Authenticity check(GatewayRequest request, List<SigningSecret> secrets, Instant now) {
        var id = request.header("webhook-id").filter(v -> !v.isEmpty() && v.length() <= LONGEST_ID);
        var timestamp = request.header("webhook-timestamp").filter(WebhookSignature::isTimestamp);
        var signatures = request.header("webhook-signature");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return new NotAuthentic(
                    "the headers webhook-id, webhook-timestamp (seconds since 1970) and webhook-signature are needed");
        }
        if (signatures.get().length() > LONGEST_LIST) {
            return new NotAuthentic("webhook-signature is at most " + LONGEST_LIST + " characters long");
        }
        var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp.get()));
        if (Duration.between(sentAt, now).abs().compareTo(TOLERANCE) > 0) {
            return new NotAuthentic("webhook-timestamp is more than 5 minutes from now");
        }
        var offered = offered(signatures.get());
        var active = secrets.stream().filter(s -> s.activeAt(now)).toList();
        if (active.isEmpty()) {
            matches(NOBODYS, id.get(), timestamp.get(), request.body(), offered);
            return WRONG;
        }
        for (var i = 0; i < active.size(); i++) {
            if (matches(active.get(i), id.get(), timestamp.get(), request.body(), offered)) {
                return new Authentic(i > 0);
            }
        }
        return WRONG;
    }

    private static boolean isTimestamp(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_TIMESTAMP && Digits.only(text);
    }

    /** The signatures of our version, decoded; others and what is no base64 are passed over. */
    private static List<byte[]> offered(String header) {
        List<byte[]> offered = new ArrayList<>();
        for (var signature : header.split(" ", -1)) {
            if (signature.startsWith(VERSION)) {
                decoded(signature.substring(VERSION.length())).ifPresent(offered::add);
            }
        }
        return offered;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean matches(
            SigningSecret secret, String id, String timestamp, byte[] body, List<byte[]> offered) {
        var expected = sign(secret, id, timestamp, body);
        var found = false;
        for (var signature : offered) {
            // Not short-circuited: how long it takes says nothing of where the right one stands.
            found |= MessageDigest.isEqual(expected, signature);
        }
        return found;
    }

    private static byte[] sign(SigningSecret secret, String id, String timestamp, byte[] body) {
        try {
            var mac = (Mac) UNUSED.clone();
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256, and its own can be cloned", e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
