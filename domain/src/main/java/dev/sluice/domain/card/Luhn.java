package dev.sluice.domain.card;

import dev.sluice.domain.reference.Digits;

/**
 * The check digit of card numbers: the Luhn formula, ISO/IEC 7812-1:2017 annex B.
 *
 * <p>It notices every change of a single digit, and most swaps of two neighbours (not 09 and 90).
 */
public final class Luhn {
    private Luhn() {}

    /**
     * Tells whether the last digit is the check digit of those before it.
     *
     * @param digits digits {@code 0} to {@code 9}, any number of them
     * @return true when the formula holds; false also for a text of fewer than two characters or with anything but digits
     */
    public static boolean holds(CharSequence digits) {
        return digits.length() >= 2 && Digits.only(digits) && sum(digits, false) == 0;
    }

    /**
     * Works out the digit that makes the formula hold when it is put behind others.
     *
     * @param digits digits {@code 0} to {@code 9}, at least one, without a check digit
     * @return the check digit, 0 to 9
     * @throws IllegalArgumentException if the text is empty or has anything but digits
     */
    public static int checkDigit(CharSequence digits) {
        if (digits.isEmpty() || !Digits.only(digits)) {
            throw new IllegalArgumentException("A Luhn check digit is worked out from one or more digits 0 to 9");
        }
        return (10 - sum(digits, true)) % 10;
    }

    /** Counted from the right, every second digit is doubled; a doubled digit counts as the sum of its own digits. */
    private static int sum(CharSequence digits, boolean doubleLast) {
        int sum = 0;
        boolean twice = doubleLast;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = twice ? 2 * digit : digit;
            // Kept small at every step, so that no length of text can overflow it.
            sum = (sum + (value > 9 ? value - 9 : value)) % 10;
            twice = !twice;
        }
        return sum;
    }
}
