package dev.sluice.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskScoreTest {

    @ParameterizedTest
    @CsvSource({"39, false", "40, true", "41, true"})
    void aScoreThatReachesWhatThePolicyFlagsAtIsFlagged(int points, boolean flagged) {
        assertThat(RiskScore.of(List.of(new RiskReason("night", points, "why")), 40)
                        .flagged())
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void aScoreBeyondItsBoundsIsRefused(int score) {
        assertThatThrownBy(() -> new RiskScore(score, false, List.of()))
                .hasMessage("a score is 0 to 100, not " + score);
    }

    @Test
    void aReasonNeverLowersAScore() {
        assertThatThrownBy(() -> new RiskReason("night", -1, "why"))
                .hasMessage("a reason never lowers a score: night adds -1");
        assertThat(new RiskReason("night", 0, "why").points()).isZero();
    }
}
