package dev.sluice.cli.preflight;

import java.util.regex.Pattern;

/** A text without what identifies an account to others: account numbers and access keys. */
final class Masked {

    /** An account's number: twelve digits, of which the last four tell one's own accounts apart. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{8}([0-9]{4})(?![0-9])");

    /** The id of an access key, by the prefixes that AWS gives them. */
    private static final Pattern KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{8,}");

    private Masked() {}

    static String of(String text) {
        return KEY.matcher(ACCOUNT.matcher(text).replaceAll("…$1")).replaceAll("…");
    }
}
