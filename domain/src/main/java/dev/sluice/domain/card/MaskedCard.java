package dev.sluice.domain.card;

import dev.sluice.domain.reference.Digits;
import java.util.Optional;

/**
 * A card number as it may be shown: its beginning and its end, asterisks between.
 *
 * <p>It is made from the parts that may be kept, never from a card number. It shows what PCI SSC FAQ 1091 lets a truncated
 * number show: up to the first eight digits, but the first six when the number has fewer than 16, and the last four.
 */
public final class MaskedCard {
    private static final int LAST_DIGITS = 4;
    private static final int USUAL_LENGTH = 16;

    private MaskedCard() {}

    /**
     * Writes a masked card number.
     *
     * @param bin the first 6 to 8 digits, if known
     * @param last4 the last four digits
     * @return for example {@code 411111******1111}, {@code 378282*****0005} or {@code ************1111}; as long as numbers
     *     of that scheme usually are, 16 when the scheme is not known
     * @throws IllegalArgumentException if the parts are not digits of that number; the message does not repeat them
     */
    public static String of(Optional<String> bin, String last4) {
        if (bin.isPresent() && !isBin(bin.get())) {
            throw new IllegalArgumentException("A BIN has 6 to 8 digits; leave it out where it is not known");
        }
        if (!Digits.exactly(last4, LAST_DIGITS)) {
            throw new IllegalArgumentException("The end of a card number that may be kept is its last 4 digits");
        }
        int length =
                bin.flatMap(CardRanges::rangeOf).map(CardRange::usualLength).orElse(USUAL_LENGTH);
        String shown = bin.map(digits -> shown(digits, length)).orElse("");
        return shown + "*".repeat(length - shown.length() - LAST_DIGITS) + last4;
    }

    private static boolean isBin(String text) {
        return text.length() >= 6 && text.length() <= 8 && Digits.only(text);
    }

    private static String shown(String bin, int length) {
        return length < USUAL_LENGTH ? bin.substring(0, 6) : bin;
    }
}
