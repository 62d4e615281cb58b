package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.reference.TableRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRangesTest {

    @ParameterizedTest
    @CsvSource({
        "411111, VISA",
        "4111111111111111, VISA",
        "510000, MASTERCARD",
        "559999, MASTERCARD",
        "222100, MASTERCARD",
        "272099, MASTERCARD",
        "5555555555554444, MASTERCARD",
        "340000, AMEX",
        "378282246310005, AMEX",
        "601100, DISCOVER",
        "644000, DISCOVER",
        "649999, DISCOVER",
        "650000, DISCOVER",
        "6011111111111117, DISCOVER",
        "352800, JCB",
        "358999, JCB",
        "3530111333300000, JCB",
        "300000, DINERS",
        "305999, DINERS",
        "309500, DINERS",
        "360000, DINERS",
        "380000, DINERS",
        "399999, DINERS",
        "30569309025904, DINERS",
        "620000, UNIONPAY",
        "622126, UNIONPAY",
        "622925, UNIONPAY",
        "810000, UNIONPAY",
        "817199, UNIONPAY",
        "6200000000000005, UNIONPAY",
        "500000, MAESTRO",
        "560000, MAESTRO",
        "589999, MAESTRO",
        "601000, MAESTRO",
        "643999, MAESTRO",
        "676770, MAESTRO",
        "6304000000000000, MAESTRO",
        "41111111, VISA",
    })
    void a_number_belongs_to_the_scheme_with_the_longest_range(String digits, CardScheme scheme) {
        assertThat(CardRanges.schemeOf(digits)).contains(scheme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "222099",
                "272100",
                "306000",
                "309400",
                "309600",
                "352799",
                "359000",
                "590000",
                "817200",
                "820000",
                "000000",
                "180000",
                "213100",
                "",
                "4",
                "41111",
                "41111111111111111111",
                "4111x1",
                "４１１１１１"
            })
    void what_no_range_holds_has_no_scheme(String digits) {
        assertThat(CardRanges.schemeOf(digits)).isEmpty();
    }

    @Test
    void every_scheme_has_a_range_and_a_name() {
        assertThat(CardRanges.all()).hasSize(18).extracting(CardRange::scheme).contains(CardScheme.values());
        assertThat(CardScheme.values())
                .extracting(CardScheme::displayName)
                .doesNotHaveDuplicates()
                .contains("American Express");
    }

    @Test
    void ranges_overlap_only_where_one_prefix_is_longer() {
        assertThat(CardRanges.all())
                .allSatisfy(one -> assertThat(CardRanges.all())
                        .filteredOn(other -> !other.equals(one) && other.prefixLength() == one.prefixLength())
                        .noneMatch(other -> other.holds(one.first()) || other.holds(one.last())));
    }

    @Test
    void the_longest_prefix_wins_wherever_it_stands_in_the_table() {
        CardRange shorter = new CardRange("62", "62", CardScheme.UNIONPAY, 16);
        CardRange longer = new CardRange("622126", "622925", CardScheme.DISCOVER, 16);

        assertThat(CardRanges.longest(List.of(shorter, longer), "622200")).contains(longer);
        assertThat(CardRanges.longest(List.of(longer, shorter), "622200")).contains(longer);
        assertThat(CardRanges.longest(List.of(longer, shorter), "623000")).contains(shorter);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 13", "12345678, 12345679, 19"})
    void a_row_is_read(String first, String last, int usualLength) {
        TableRow row = new TableRow("card-ranges.txt", 3, List.of(first, last, "VISA", Integer.toString(usualLength)));

        assertThat(CardRange.read(row)).isEqualTo(new CardRange(first, last, CardScheme.VISA, usualLength));
    }

    @ParameterizedTest
    @CsvSource({
        "12345678x, 123456789, VISA, 16, 1 to 8 digits",
        "123456789, 123456789, VISA, 16, 1 to 8 digits",
        "4x, 49, VISA, 16, 1 to 8 digits",
        "4, 49, VISA, 16, same number of digits",
        "5, 4, VISA, 16, ends at or after",
        "4, 4, VISA, 12, 13 to 19 digits",
        "4, 4, VISA, 20, 13 to 19 digits",
        "4, 4, Visa, 16, one of CardScheme's",
    })
    void a_row_that_is_wrong_is_refused_with_file_line_and_rule(
            String first, String last, String scheme, String length, String rule) {
        TableRow row = new TableRow("card-ranges.txt", 3, List.of(first, last, scheme, length));

        assertThatThrownBy(() -> CardRange.read(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("card-ranges.txt line 3", rule);
    }

    @Test
    void a_prefix_longer_than_the_number_does_not_hold_it() {
        CardRange range = new CardRange("41111111", "41111119", CardScheme.VISA, 16);

        assertThat(range.holds("411111")).isFalse();
        assertThat(range.holds("41111115")).isTrue();
    }
}
