package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final Bars TWO = new Bars(
            "Cold start",
            "ms; shorter is better",
            List.of(
                    new Bar("hello", new Series(List.of(100.0, 90.0, 120.0))),
                    new Bar("ours", new Series(List.of(200.0)))));

    @Test
    void whatIsSeenCanBeHeard() throws Exception {
        var document = Svg.read(TWO.svg());
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Cold start");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("ms; shorter is better. hello: 100 (90–120); ours: 200.");
    }

    @Test
    void aBarEndsAtItsMedianAndItsLineReachesFromTheLeastToTheMost() {
        // The longest is 200, and 538 wide.
        assertThat(TWO.svg())
                .contains("<rect class=\"bar\" x=\"16\" y=\"82\" width=\"269.0\" height=\"16\"")
                .contains("x1=\"258.1\" y1=\"90.0\" x2=\"338.8\" y2=\"90.0\"")
                .contains("<rect class=\"bar\" x=\"16\" y=\"128\" width=\"538.0\" height=\"16\"");
    }

    @Test
    void oneRunHasNoLine() throws Exception {
        var document = Svg.read(TWO.svg());
        assertThat(document.getElementsByTagName("line").getLength()).isEqualTo(3);
    }

    @Test
    void itIsReadableInTheDark() {
        assertThat(TWO.svg()).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void nothingButZeroIsAChartAllTheSame() {
        assertThat(new Bars("a", "b", List.of(new Bar("c", new Series(List.of(0.0))))).svg())
                .contains("width=\"0.0\"");
    }

    @Test
    void noBarsAreNoChartAndNoBarBeginsBelowZero() {
        assertThatThrownBy(() -> new Bars("a", "b", List.of())).isInstanceOf(IllegalArgumentException.class);
        var below = new Series(List.of(1.0, -0.5));
        assertThatThrownBy(() -> new Bar("a", below)).isInstanceOf(IllegalArgumentException.class);
    }
}
