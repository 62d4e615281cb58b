package dev.sluice.integration.sandbox;

import dev.sluice.infra.settings.Preset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the suite never touches: it sends payments, breaks what it deployed, and destroys it. */
final class Production {

    private static final Pattern SUFFIX =
            Pattern.compile("(^|.*[-_])(prod|prd|production|live)[0-9]*([-_].*)?$", Pattern.DOTALL);

    private Production() {}

    /**
     * Refuses a suffix that sounds like production.
     *
     * @throws IllegalArgumentException where it does
     */
    static void refuse(String suffix) {
        if (SUFFIX.matcher(suffix.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("the suffix '" + suffix
                    + "' is one of production; the suite sends payments, breaks what is there and destroys it");
        }
    }

    /**
     * Refuses settings that are production's, whatever they are called.
     *
     * @throws IllegalArgumentException where they are
     */
    static void refuse(String suffix, Preset preset) {
        refuse(suffix);
        if (preset == Preset.PROD) {
            throw new IllegalArgumentException(
                    "the environment '" + suffix + "' has the preset prod; the suite needs one of its own");
        }
    }

    /**
     * Refuses an account that is on the list.
     *
     * @throws IllegalArgumentException where it is; the message does not repeat its number
     */
    static void refuse(String account, Set<String> denied) {
        if (denied.contains(account)) {
            throw new IllegalArgumentException("the account whose number ends with "
                    + account.substring(Math.max(0, account.length() - 4))
                    + " is on the list of accounts that are never touched");
        }
    }
}
