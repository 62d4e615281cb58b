package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void aRatioOfMediansIsAsUncertainAsBothTogether() {
        var ratio =
                Ratio.ofMedians("time", new Series(List.of(4.0, 3.6, 4.4)), new Series(List.of(2.0, 1.9, 2.3)), true);
        assertThat(ratio.value()).isEqualTo(2, EXACT);
        assertThat(ratio.spread()).isEqualTo(0.1 + 0.1, EXACT);
        assertThat(ratio.lowerIsBetter()).isTrue();
    }

    @Test
    void aRatioOfPairsIsAsUncertainAsThePairs() {
        var ratio = Ratio.ofPairs("rate", new Series(List.of(0.8, 0.5, 1.0)), false);
        assertThat(ratio.value()).isEqualTo(0.8);
        assertThat(ratio.spread()).isEqualTo(0.3125, EXACT);
        assertThat(ratio.lowerIsBetter()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatNoFloorDividesIsNoRatio(double value) {
        assertThatThrownBy(() -> new Ratio("a", value, true, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void roundsThatLieNowhereAreNoSpread(double spread) {
        assertThatThrownBy(() -> new Ratio("a", 1, true, spread)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRatioWithoutANameOrWithAnothersCannotBeFoundAgain() {
        assertThatThrownBy(() -> new Ratio(" ", 1, true, 0)).isInstanceOf(IllegalArgumentException.class);
        var ratio = new Ratio("a", 1, true, 0);
        var ratios = List.of(ratio, new Ratio("a", 2, true, 0));
        assertThatThrownBy(() -> new Measured("", ratios)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsDrawnKeepsItsTableAndItsRatios() {
        var measured = new Measured("text", List.of(new Ratio("a", 1, true, 0)));
        var bars = new Bars("title", "ms", List.of(new Bar("a", new Series(List.of(1.0)))));
        assertThat(measured.chart()).isEmpty();
        assertThat(measured.drawn(bars).chart()).contains(bars);
        assertThat(measured.drawn(bars).text()).isEqualTo("text");
        assertThat(measured.drawn(bars).ratios()).isEqualTo(measured.ratios());
        assertThat(measured.keeping("a/b", "c").drawn(bars).keeping("d", "e").files())
                .containsOnly(Map.entry("a/b", "c"), Map.entry("d", "e"));
        assertThat(Measured.withoutFloor("text").ratios()).isEmpty();
    }
}
