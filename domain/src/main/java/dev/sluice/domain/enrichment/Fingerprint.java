package dev.sluice.domain.enrichment;

import dev.sluice.domain.transaction.Transaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a retry from a conflict: two transactions of one identity have the same fingerprint when their senders wrote the
 * same, however they formatted it.
 *
 * <p>It is {@code v1:} and the SHA-256 (FIPS 180-4) of the transaction's {@link CanonicalForm}, in lower-case
 * hexadecimal. The version changes whenever the canonical form does.
 */
public final class Fingerprint {

    private static final String VERSION = "v1:";

    private Fingerprint() {}

    public static String of(Transaction transaction) {
        var digest = sha256();
        var length = ByteBuffer.allocate(Integer.BYTES);
        for (var part : CanonicalForm.of(transaction)) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(length.putInt(0, bytes.length).array());
            digest.update(bytes);
        }
        return VERSION + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("this JDK has no SHA-256", everyJdkHasIt);
        }
    }
}
