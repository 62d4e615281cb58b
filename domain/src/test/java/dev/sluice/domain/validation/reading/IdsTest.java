package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

    private static final String ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

    @Test
    void eachCharacterOfAnIdIsOneOfThoseAllowedAndNoOther() {
        for (var c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(Ids.isId("a" + (char) c)).as("U+%04X", c).isEqualTo(ALLOWED.indexOf(c) >= 0);
        }
    }

    @Test
    void anIdHasOneTo64Characters() {
        assertThat(Ids.isId("")).isFalse();
        assertThat(Ids.isId("a")).isTrue();
        assertThat(Ids.isId("a".repeat(64))).isTrue();
        assertThat(Ids.isId("a".repeat(65))).isFalse();
    }
}
