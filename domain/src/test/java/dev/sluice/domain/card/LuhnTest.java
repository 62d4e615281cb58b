package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuhnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"4111111111111111", "5555555555554444", "378282246310005", "30569309025904", "79927398713", "00"
            })
    void numbers_with_the_right_check_digit_hold(String digits) {
        assertThat(Luhn.holds(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "79927398710",
                "",
                "0",
                "4111 1111 1111 1111",
                "41111111111111x1",
                // ':' comes after '9': counted on, it would be a ten, and the sum would be right.
                "9:",
                "４１１１１１１１１１１１１１１１"
            })
    void anything_else_does_not(String text) {
        assertThat(Luhn.holds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7992739871, 3", "411111111111111, 1", "0, 0", "5, 9"})
    void the_check_digit_is_worked_out(String payload, int checkDigit) {
        assertThat(Luhn.checkDigit(payload)).isEqualTo(checkDigit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4111x"})
    void there_is_no_check_digit_of_what_is_no_number(String payload) {
        assertThatThrownBy(() -> Luhn.checkDigit(payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4111");
    }

    @Test
    void any_number_of_digits_is_summed_without_overflow() {
        String digits = "9".repeat(3_000_000);

        assertThat(Luhn.holds(digits + Luhn.checkDigit(digits))).isTrue();
    }
}
