package dev.sluice.peers.job;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator keeps in Secrets Manager: {@code {"secrets": [{"secret": "whsec_…", "endsAt": "…"}]}}. */
public record SourceSecrets(List<Entry> secrets) {

    private static final String PREFIX = "whsec_";

    /**
     * One of them.
     *
     * @param endsAt from then on it verifies nothing; null where there is no end yet
     */
    public record Entry(String secret, @Nullable String endsAt) {

        private boolean isActiveAt(Instant now) {
            return endsAt == null || now.isBefore(Instant.parse(endsAt));
        }

        private byte[] key() {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }
    }

    /** The keys that verify at that time. */
    public List<byte[]> keysAt(Instant now) {
        return secrets.stream()
                .filter(entry -> entry.isActiveAt(now))
                .map(Entry::key)
                .toList();
    }
}
