package dev.sluice.infra.settings;

/** A setting that cannot be used; the message names it, its rule, and what was found. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 60;

    /** One setting that is not what its rule says. */
    Unusable(String setting, String rule, String found) {
        super(setting + " is " + rule + ", not " + quoted(found));
    }

    /** Settings that do not go together. */
    Unusable(String sentence) {
        super(sentence);
    }

    private static String quoted(String found) {
        var shown = found.length() <= LONGEST_QUOTE
                ? found
                : found.substring(0, LONGEST_QUOTE) + "… (" + found.length() + " characters)";
        return "'" + shown + "'";
    }
}
