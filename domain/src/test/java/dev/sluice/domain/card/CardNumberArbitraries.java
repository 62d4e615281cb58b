package dev.sluice.domain.card;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Card numbers for properties: made up, with a scheme's range in front and the right check digit behind. */
public final class CardNumberArbitraries {
    private CardNumberArbitraries() {}

    /** Any card number of any scheme, 13 to 19 digits. Edge cases would be thousands, none more telling than the others. */
    public static Arbitrary<String> cardNumbers() {
        return Arbitraries.of(CardRanges.all())
                .flatMap(range -> Arbitraries.integers()
                        .between(CardNumberScan.MIN_DIGITS, CardNumberScan.MAX_DIGITS)
                        .flatMap(length -> cardNumbers(range, length)))
                .withoutEdgeCases();
    }

    /** Any card number of one scheme, of the length that its numbers usually have. */
    public static Arbitrary<String> cardNumbersOf(CardScheme scheme) {
        return Arbitraries.of(CardRanges.all())
                .filter(range -> range.scheme() == scheme)
                .flatMap(range -> cardNumbers(range, range.usualLength()))
                // Ranges overlap: what begins with Maestro's 6 may be Discover's.
                .filter(number -> CardRanges.schemeOf(number)
                        .filter(found -> found == scheme)
                        .isPresent());
    }

    /** Digits that begin with a scheme's range, 6 to 8 of them. */
    public static Arbitrary<String> bins() {
        return cardNumbers()
                .flatMap(number -> Arbitraries.integers().between(6, 8).map(length -> number.substring(0, length)));
    }

    /** The last four digits of some card number. */
    public static Arbitrary<String> lastFour() {
        return digits(4);
    }

    private static Arbitrary<String> cardNumbers(CardRange range, int length) {
        return Arbitraries.integers()
                .between(Integer.parseInt(range.first()), Integer.parseInt(range.last()))
                .flatMap(prefix -> digits(length - 1 - range.prefixLength()).map(rest -> prefix + rest))
                .map(payload -> payload + Luhn.checkDigit(payload));
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }
}
