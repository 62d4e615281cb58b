package dev.sluice.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.benchmarks.figures.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void eachRatioIsToldWithWhatBecameOfIt() {
        var stored = List.of(
                new Ratio("same", 2, true, 0.05),
                new Ratio("slower", 2, true, 0.05),
                new Ratio("faster", 0.5, false, 0.1),
                new Ratio("forgotten", 3, true, 0));
        var now = List.of(
                new Ratio("same", 2.05, true, 0.01),
                new Ratio("slower", 2.5, true, 0.01),
                new Ratio("faster", 0.75, false, 0.2),
                new Ratio("first", 1.5, true, 0));
        assertThat(Comparison.of(stored, now).told()).isEqualTo("""
                | ratio to its floor | stored | now | change |  |
                |---|---|---|---|---|
                | same | 2.00 ± 5 % | 2.05 ± 1 % | +2.5 % | as before |
                | slower | 2.00 ± 5 % | 2.50 ± 1 % | +25.0 % | worse |
                | faster | 0.500 ± 10 % | 0.750 ± 20 % | +50.0 % | better |
                | first |  | 1.50 ± 0 % |  | new |
                | forgotten | 3.00 ± 0 % |  |  | not measured |
                """);
    }

    @Test
    void aTenthIsToleratedWhereTheRoundsAgree() {
        assertThat(run(0, 1.09).isWorse()).isFalse();
        assertThat(run(0, 1.11).isWorse()).isTrue();
    }

    @Test
    void aLowerRateIsWorseByAsMuchAsItWouldHaveToRise() {
        assertThat(rate(0.92).isWorse()).isFalse();
        assertThat(rate(0.90).isWorse()).isTrue();
    }

    @Test
    void moreIsToleratedWhereTheRoundsLieFurtherApart() {
        assertThat(run(0.3, 1.29).isWorse()).isFalse();
        assertThat(run(0.3, 1.31).isWorse()).isTrue();
    }

    @Test
    void aSmallStepBeyondAgreeingRoundsIsToldAndTolerated() {
        var comparison = run(0, 1.05);
        assertThat(comparison.told()).contains("| worse |");
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void gettingBetterIsNeverWorse() {
        assertThat(run(0, 0.1).isWorse()).isFalse();
        assertThat(rate(10).isWorse()).isFalse();
    }

    @Test
    void whatIsNewOrGoneIsNotWorse() {
        assertThat(Comparison.of(List.of(), List.of(new Ratio("a", 9, true, 0))).isWorse())
                .isFalse();
        assertThat(Comparison.of(List.of(new Ratio("a", 9, true, 0)), List.of()).isWorse())
                .isFalse();
        assertThat(Comparison.of(List.of(), List.of()).told()).isEmpty();
    }

    @Test
    void aNameThatCameToMeanTheOtherWayIsNew() {
        var all = Comparison.of(List.of(new Ratio("a", 1, true, 0)), List.of(new Ratio("a", 1, false, 0)))
                .all();
        assertThat(all).containsExactly(new Compared.New(new Ratio("a", 1, false, 0)));
        assertThatThrownBy(() -> new Compared.Both(new Ratio("a", 1, true, 0), new Ratio("b", 1, true, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Comparison run(double storedSpread, double now) {
        return Comparison.of(
                List.of(new Ratio("time", 1, true, storedSpread)), List.of(new Ratio("time", now, true, 0)));
    }

    private static Comparison rate(double now) {
        return Comparison.of(List.of(new Ratio("rate", 1, false, 0)), List.of(new Ratio("rate", now, false, 0)));
    }
}
