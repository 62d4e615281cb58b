package dev.sluice.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void theMedianIsTheOneInTheMiddleOrBetweenTheTwo() {
        assertThat(new Series(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Series(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void severalRunsAreToldWithTheirSpread() {
        assertThat(new Series(List.of(1234.4, 1000.0, 2000.6)).told(0)).isEqualTo("1,234 (1,000–2,001)");
        assertThat(new Series(List.of(0.125)).told(2)).isEqualTo("0.13");
    }

    @Test
    void theSpreadIsHalfOfTheRangeAsAPartOfTheMedian() {
        assertThat(new Series(List.of(10.0, 8.0, 14.0)).spread()).isEqualTo(0.3);
        assertThat(new Series(List.of(7.0)).spread()).isZero();
        assertThat(new Series(List.of(-1.0, 0.0, 1.0)).spread()).isZero();
    }

    @Test
    void noRunGivesNoFigure() {
        assertThatThrownBy(() -> new Series(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        var hundred = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();
        assertThat(Series.percentile(hundred, 0.5)).isEqualTo(50);
        assertThat(Series.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Series.percentile(hundred, 0.999)).isEqualTo(100);
        assertThat(Series.percentile(hundred, 1)).isEqualTo(100);
        assertThat(hundred[0]).isEqualTo(100);
    }
}
