package dev.sluice.domain.validation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"09", "123", "0000"})
    void twoToFourDigitsAre(String text) {
        assertThat(Digits.areDigits(text, 2, 4)).isTrue();
    }

    /** {@code /} stands before 0 and {@code :} behind 9. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "1/", ":1", "１２", "-12"})
    void anythingElseIsNot(String text) {
        assertThat(Digits.areDigits(text, 2, 4)).isFalse();
    }
}
