package dev.sluice.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is known of a file's bytes.
 *
 * @param sha256 in hexadecimal, 64 digits
 * @param lines how many line feeds there are: about the number of rows
 */
public record FileFacts(String sha256, long lines) {

    /** Reads the whole file once. */
    public static FileFacts of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        var lines = 0L;
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                for (var i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new FileFacts(HexFormat.of().formatHex(digest.digest()), lines);
    }

    /** The first 64 bits of the hash, as a name for folders. */
    public String shortName() {
        return sha256.substring(0, 16);
    }
}
