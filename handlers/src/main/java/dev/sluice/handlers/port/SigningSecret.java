package dev.sluice.handlers.port;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One secret that a source signs with (Standard Webhooks: {@code whsec_} and base64 of 24 to 64 bytes).
 *
 * @param endsAt from then on it verifies nothing
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content, never shown
public record SigningSecret(byte[] key, Optional<Instant> endsAt) {

    private static final String PREFIX = "whsec_";

    public SigningSecret {
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a signing secret is 24 to 64 bytes, not " + key.length);
        }
        key = key.clone();
    }

    /**
     * Reads a secret as it is handed out.
     *
     * @throws IllegalArgumentException where it is not {@code whsec_} and base64; the message does not repeat it
     */
    public static SigningSecret parse(String written, Optional<Instant> endsAt) {
        if (!written.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret starts with whsec_");
        }
        try {
            return new SigningSecret(Base64.getDecoder().decode(written.substring(PREFIX.length())), endsAt);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a signing secret is whsec_ and base64 of 24 to 64 bytes");
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    public boolean activeAt(Instant now) {
        return endsAt.isEmpty() || now.isBefore(endsAt.get());
    }

    /** Says nothing of the key: this must be safe to log. */
    @Override
    public String toString() {
        return "SigningSecret[endsAt=" + endsAt + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret that
                && MessageDigest.isEqual(key, that.key)
                && endsAt.equals(that.endsAt);
    }

    @Override
    public int hashCode() {
        return endsAt.hashCode();
    }
}
