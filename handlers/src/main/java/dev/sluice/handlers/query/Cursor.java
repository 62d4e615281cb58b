package dev.sluice.handlers.query;

import dev.sluice.handlers.port.TransactionArchive.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page begins, as text that only we read: the position, bound to the account it was made for by a
 * checksum, so that a cursor of another account or one that was altered is refused. It grants nothing and hides
 * nothing.
 */
final class Cursor {

    private static final int CHECKSUM = 8;
    private static final int LONGEST = 400;

    private Cursor() {}

    static String write(String source, String accountId, Position position) {
        var content = (position.occurredAt().toEpochMilli() + ":" + position.id()).getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(checksum(source, accountId, content), CHECKSUM + content.length);
        System.arraycopy(content, 0, bytes, CHECKSUM, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The position, or empty where the text is no cursor of that account. */
    static Optional<Position> read(String source, String accountId, String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(written);
            if (bytes.length <= CHECKSUM) {
                return Optional.empty();
            }
            var content = Arrays.copyOfRange(bytes, CHECKSUM, bytes.length);
            if (!Arrays.equals(checksum(source, accountId, content), Arrays.copyOf(bytes, CHECKSUM))) {
                return Optional.empty();
            }
            var text = new String(content, StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            return Optional.of(new Position(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))), text.substring(colon + 1)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] checksum(String source, String accountId, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((source + "#" + accountId + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(content), CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
