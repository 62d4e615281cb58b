package dev.sluice.domain.validation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void aRefusalStatesWhatIsBroken() {
        assertThatThrownBy(() -> new Verdict.Refused(List.of())).hasMessage("a refusal states what is broken");
    }
}
