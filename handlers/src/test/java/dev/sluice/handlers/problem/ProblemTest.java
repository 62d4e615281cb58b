package dev.sluice.handlers.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aProblemIsWhatRfc9457SaysItIs() {
        assertThat(new String(Problem.of(404, "there is no such path", "c-1").json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"there is no such path\",\"correlationId\":\"c-1\"}");
    }

    @Test
    void aSuccessIsNoProblem() {
        assertThatThrownBy(() -> Problem.of(202, "", "c-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
