package dev.sluice.domain.validation.rule;

/** Text made of the ASCII digits alone. */
final class Digits {

    private Digits() {}

    static boolean areDigits(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
