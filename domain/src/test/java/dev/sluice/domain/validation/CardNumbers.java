package dev.sluice.domain.validation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Card numbers as a scheme could issue them, plain or with single spaces and dashes anywhere between the digits. */
public final class CardNumbers {

    private CardNumbers() {}

    public static Arbitrary<String> plain() {
        return Arbitraries.oneOf(
                ofScheme("4", 16),
                ofScheme("4", 13),
                ofScheme("51", 16),
                ofScheme("2221", 16),
                ofScheme("34", 15),
                ofScheme("6011", 16),
                ofScheme("3528", 16));
    }

    public static Arbitrary<String> written() {
        return Combinators.combine(
                        plain(), Arbitraries.of("", "", " ", "-").list().ofSize(19))
                .as((number, between) -> {
                    var written = new StringBuilder(number.substring(0, 1));
                    for (var i = 1; i < number.length(); i++) {
                        written.append(between.get(i)).append(number.charAt(i));
                    }
                    return written.toString();
                });
    }

    private static Arbitrary<String> ofScheme(String prefix, int length) {
        return Arbitraries.strings()
                .numeric()
                .ofLength(length - prefix.length() - 1)
                .map(rest -> withCheckDigit(prefix + rest));
    }

    private static String withCheckDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
