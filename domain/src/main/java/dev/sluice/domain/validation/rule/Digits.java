package dev.sluice.domain.validation.rule;

/** Text made of the ASCII digits alone. */
final class Digits {

    private Digits() {}

    static boolean areDigits(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
