package dev.sluice.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"AZ", "GB"})
    void capital_letters_are_capitals(String text) {
        assertThat(Capitals.exactly(text, 2)).isTrue();
    }

    /** {@code @} stands before A and {@code [} behind Z. */
    @ParameterizedTest
    @ValueSource(strings = {"@A", "A[", "Az", "A1", "ÄA", "A", "ABC", ""})
    void anything_else_is_not(String text) {
        assertThat(Capitals.exactly(text, 2)).isFalse();
    }
}
