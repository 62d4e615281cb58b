package dev.sluice.handlers.codec;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.port.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One secret as an operator keeps it: {@code {"secret": "whsec_…", "endsAt": "…"}}, the end left out where there is
 * none yet.
 */
public record SecretEntry(String secret, Optional<Instant> endsAt) {

    /**
     * Reads a list of them.
     *
     * @throws IllegalArgumentException where it is not of this form; the message repeats nothing of it
     */
    public static List<SecretEntry> readAll(Written.Listing written) {
        return written.items().stream().map(SecretEntry::read).toList();
    }

    private static SecretEntry read(Written item) {
        if (!(item instanceof Written.Group group)) {
            throw new IllegalArgumentException("a source's secrets are objects with secret and endsAt");
        }
        var fields = new Fields(group);
        var endsAt = fields.findText("endsAt").isPresent()
                ? Optional.of(fields.instant("endsAt"))
                : Optional.<Instant>empty();
        return new SecretEntry(fields.text("secret"), endsAt);
    }

    /**
     * The secret, fit to verify with.
     *
     * @throws IllegalArgumentException where it is no signing secret; the message does not repeat it
     */
    public SigningSecret signing() {
        return SigningSecret.parse(secret, endsAt);
    }

    /** Says nothing of the secret: this must be safe to log. */
    @Override
    public String toString() {
        return "SecretEntry[endsAt=" + endsAt + "]";
    }
}
