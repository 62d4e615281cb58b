package dev.sluice.console.find;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a search goes on, as text that only we read: a position, bound by a checksum to the question it was made for, so
 * that one of another question or one that was altered is refused. It grants nothing and hides nothing.
 */
final class Cursor {

    /** How long one is at most: four numbers, a source and an id, in base64. */
    private static final int LONGEST = 400;

    private static final int CHECKSUM = 8;

    /** Neither a source nor an id has a space in it. */
    private static final Pattern CONTENT =
            Pattern.compile("([0-9]{1,18}) ([0-9]{1,3}) ([0-9]{1,18}) (-?[0-9]{1,15}) ([^ ]{1,64}) ([^ ]{1,64})");

    private Cursor() {}

    static String write(String question, Position position) {
        var content = (position.number() + " " + position.score() + " " + position.billedMinor() + " "
                        + position.occurredAtMillis() + " " + position.source() + " " + position.id())
                .getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(checksum(question, content), CHECKSUM + content.length);
        System.arraycopy(content, 0, bytes, CHECKSUM, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The position, or empty where the text is no cursor of that question. */
    static Optional<Position> read(String question, String written) {
        return written.length() > LONGEST
                ? Optional.empty()
                : decoded(written).flatMap(bytes -> {
                    var content = Arrays.copyOfRange(bytes, CHECKSUM, bytes.length);
                    return Arrays.equals(checksum(question, content), Arrays.copyOf(bytes, CHECKSUM))
                            ? position(new String(content, StandardCharsets.UTF_8))
                            : Optional.empty();
                });
    }

    private static Optional<byte[]> decoded(String written) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(written)).filter(bytes -> bytes.length > CHECKSUM);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Position> position(String text) {
        var parts = CONTENT.matcher(text);
        return parts.matches()
                ? Optional.of(new Position(
                        Long.parseLong(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4)),
                        parts.group(5),
                        parts.group(6)))
                : Optional.empty();
    }

    private static byte[] checksum(String question, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return Arrays.copyOf(digest.digest(content), CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
