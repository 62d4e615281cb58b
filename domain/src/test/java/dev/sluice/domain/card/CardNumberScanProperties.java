package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of finding and hiding card numbers. */
class CardNumberScanProperties {
    private static final Pattern RUN = Pattern.compile("\\d(?:[ -]?\\d)*");

    @Property
    void a_card_number_is_found_at_any_position(
            @ForAll("withoutDigits") String before,
            @ForAll("cardNumbers") String number,
            @ForAll("withoutDigits") String after) {
        assertThat(CardNumberScan.finds(before + number + after)).isTrue();
    }

    @Property
    void a_card_number_is_found_with_single_spaces_or_dashes_anywhere_between_its_digits(
            @ForAll("withoutDigits") String before,
            @ForAll("spacedCardNumbers") String spaced,
            @ForAll("withoutDigits") String after) {
        assertThat(CardNumberScan.finds(before + spaced + after)).isTrue();
    }

    @Property
    void a_card_number_is_found_in_the_digits_of_any_script(
            @ForAll("cardNumbers") String number, @ForAll("zeros") int zero) {
        StringBuilder written = new StringBuilder();
        number.chars().forEach(digit -> written.appendCodePoint(zero + digit - '0'));

        assertThat(CardNumberScan.finds(written)).isTrue();
    }

    @Property
    void a_card_number_with_one_digit_changed_is_not_found(
            @ForAll("cardNumbers") String number,
            @ForAll @IntRange(max = 18) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int at = place % number.length();
        int changed = (number.charAt(at) - '0' + by) % 10;

        assertThat(CardNumberScan.finds(number.substring(0, at) + changed + number.substring(at + 1)))
                .isFalse();
    }

    @Property
    void more_than_nineteen_digits_in_one_piece_are_no_card_number(
            @ForAll("cardNumbers") String number, @ForAll("digits") String more) {
        assertThat(CardNumberScan.finds(number + more)).isFalse();
        assertThat(CardNumberScan.finds(more + number)).isFalse();
    }

    @Property
    void a_masked_one_is_never_found(@ForAll("textsFullOfDigits") String text) {
        assertThat(CardNumberScan.finds(CardNumberScan.mask(text))).isFalse();
    }

    @Property
    void masking_keeps_the_last_four_digits_and_everything_that_is_no_digit(
            @ForAll("withoutDigits") String before,
            @ForAll("spacedCardNumbers") String spaced,
            @ForAll("withoutDigits") String after) {
        String masked = CardNumberScan.mask(before + spaced + after);

        assertThat(masked).startsWith(before).endsWith(after).hasSameSizeAs(before + spaced + after);
        String hidden = masked.substring(before.length(), masked.length() - after.length());
        assertThat(hidden.replaceAll("\\D", "")).isEqualTo(lastFour(spaced));
        assertThat(hidden.replaceAll("[\\d*]", "")).isEqualTo(spaced.replaceAll("\\d", ""));
    }

    @Property
    void masking_changes_nothing_where_nothing_is_found(@ForAll("textsFullOfDigits") String text) {
        assertThat(CardNumberScan.mask(text).equals(text)).isNotEqualTo(CardNumberScan.finds(text));
    }

    @Property
    void a_text_is_found_guilty_exactly_when_one_of_its_runs_is(@ForAll("textsFullOfDigits") String text) {
        boolean expected = RUN.matcher(text)
                .results()
                .map(MatchResult::group)
                .anyMatch(run -> isCardNumber(run.replaceAll("[ -]", ""))
                        || List.of(run.split("[ -]", -1)).stream().anyMatch(CardNumberScanProperties::isCardNumber));

        assertThat(CardNumberScan.finds(text)).isEqualTo(expected);
    }

    @Property
    void any_text_is_answered(@ForAll String text) {
        assertThat(CardNumberScan.finds(CardNumberScan.mask(text))).isFalse();
    }

    private static boolean isCardNumber(String digits) {
        return digits.matches("\\d{13,19}")
                && Luhn.holds(digits)
                && CardRanges.schemeOf(digits).isPresent();
    }

    private static String lastFour(String spaced) {
        String digits = spaced.replaceAll("\\D", "");
        return digits.substring(digits.length() - 4);
    }

    @Provide
    Arbitrary<String> cardNumbers() {
        return CardNumberArbitraries.cardNumbers();
    }

    @Provide
    Arbitrary<String> spacedCardNumbers() {
        // Edge cases would be thousands of lists of gaps.
        Arbitrary<String> gap =
                Arbitraries.of("", "", " ", "-", "\u00a0", "\u2013").withoutEdgeCases();
        return CardNumberArbitraries.cardNumbers()
                .flatMap(number -> gap.list().ofSize(number.length() - 1).map(gaps -> {
                    StringBuilder spaced = new StringBuilder();
                    for (int i = 0; i < gaps.size(); i++) {
                        spaced.append(number.charAt(i)).append(gaps.get(i));
                    }
                    return spaced.append(number.charAt(number.length() - 1)).toString();
                }));
    }

    /** Any text of Unicode, its digits taken out: beside a card number they would become part of the run. */
    @Provide
    Arbitrary<String> withoutDigits() {
        return Arbitraries.strings().map(text -> text.replaceAll("\\p{Nd}", ""));
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(40);
    }

    /** Card numbers, other digits, spaces, dashes and letters in any order, so that runs touch and merge. */
    @Provide
    Arbitrary<String> textsFullOfDigits() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                CardNumberArbitraries.cardNumbers(),
                spacedCardNumbers().map(text -> text.replace('\u00a0', ' ').replace('\u2013', '-')),
                Arbitraries.strings().withChars("0123456789 -").ofMaxLength(8),
                Arbitraries.of(" ", "-", "x", "*", ", "));
        return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }

    /** The zero of a script; its digits up to nine follow it in Unicode. */
    @Provide
    Arbitrary<Integer> zeros() {
        return Arbitraries.of((int) '0', 0x0660, 0x06F0, 0x0966, 0x0E50, 0xFF10, 0x1D7CE, 0x1D7D8);
    }
}
