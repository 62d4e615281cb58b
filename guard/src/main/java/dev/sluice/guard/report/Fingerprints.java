package dev.sluice.guard.report;

import dev.sluice.guard.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names for findings that stay the same while lines and words move: of the rule, the resource's address, and which one it
 * is where a rule says several things of one resource.
 *
 * <p>They are asked for in the report's order, once for each finding.
 */
final class Fingerprints {

    /** 128 bits: no two findings of one report meet by chance. */
    private static final int DIGITS = 32;

    private final Multiset<Baseline.Entry> before = new Multiset<>();

    String next(Finding finding) {
        var entry = Baseline.Entry.of(finding);
        var name = entry.rule() + "\n" + entry.resource() + "\n" + before.add(entry);
        return HexFormat.of()
                .formatHex(sha256().digest(name.getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
