package dev.sluice.cli.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a message as the Standard Webhooks specification (version 1.0.0) says. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Takes the key out of a secret.
     *
     * @param secret {@code whsec_} and the key in base64
     * @throws IllegalArgumentException when it is not such a secret; the message does not repeat it
     */
    public Signature(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret starts with " + PREFIX);
        }
        this.key = new SecretKeySpec(decode(secret.substring(PREFIX.length())), ALGORITHM);
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param id the value of {@code webhook-id}
     * @param timestamp the value of {@code webhook-timestamp}: seconds since 1970
     */
    public String of(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes what it read.
            throw new IllegalArgumentException("what follows " + PREFIX + " is not base64");
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("there is no key after " + PREFIX);
        }
        return bytes;
    }
}
