package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    @ParameterizedTest
    @ValueSource(strings = {"SOURCES", "A1", "LONGEST_AGE_2"})
    void aVariableIsCapitalLettersDigitsAndUnderscores(String variable) {
        assertThat(new Setting(variable, "What it is.").environmentVariable()).isEqualTo(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "sources", "1A", "_A", "A-B", "A B", "Ä1"})
    void anyOtherIsRefusedAndRepeated(String variable) {
        assertThatThrownBy(() -> new Setting(variable, "What it is."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("'" + variable + "'");
    }
}
