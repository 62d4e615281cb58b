package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void aRatioIsMadeOfTheSameRound() {
        var rounds = new Rounds(Map.of(
                "floor", List.of(run(100, 1), run(400, 1)),
                "other", List.of(run(200, 1), run(800, 1))));
        assertThat(rounds.over("floor", "other", Run::answeredMillis).values()).containsExactly(2.0, 2.0);
    }

    @Test
    void theCostModelGetsMediansAndTheMostMemory() {
        var runs = List.of(run(1, 90), run(2, 100), run(3, 80));
        var text = CostFigures.work(new Rounds(Map.of(
                "Sluice validator", runs,
                "Sluice processor", runs,
                "Sluice enricher", runs,
                "Sluice notifier", runs)));
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .contains("validator.own_ms=1.500", "validator.calls=3", "validator.peak_mb=100")
                .hasSize(12);
    }

    @Test
    void startsAreKeptWhereBothRuntimesWereMeasured() {
        var managed = Map.of("Sluice validator", List.of(run(900, 1)));
        assertThat(CostFigures.starts(new Rounds(managed))).isEmpty();

        var both = Map.of(
                "Sluice validator", List.of(run(900, 1)), "Sluice validator, own runtime", List.of(run(190.4, 1)));
        assertThat(CostFigures.starts(new Rounds(both)))
                .hasValueSatisfying(text -> assertThat(text).contains("managed_ms=900\n", "own_ms=190\n"));
    }

    private static Run run(double answered, double peak) {
        return new Run(answered / 2, answered, 10, 1_500, 3_000, 1_000, 3, peak);
    }
}
