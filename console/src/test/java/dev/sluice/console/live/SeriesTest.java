package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.codec.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesTest {

    private static final long NOW = 1_800_000_007L;

    @ParameterizedTest
    @EnumSource
    void theLastBucketIsTheOneThatRunsNow(Range range) {
        var last = range.start(NOW) + (range.buckets() - 1L) * range.seconds();

        assertThat(NOW - last).isBetween(0L, range.seconds() - 1L);
        assertThat(last % range.seconds()).isZero();
    }

    @Test
    void countsFallIntoTheirBucketsAndWhatLiesOutsideIsLeftOut() {
        var series = new Series(Range.HOUR, NOW);
        series.add(NOW, "accepted", 2);
        series.add(NOW - 7, "accepted", 3);
        series.add(NOW - 8, "refused:amount_scale", 4);
        series.add(NOW - 3_600, "accepted", 77_777);
        series.add(NOW + 10, "accepted", 77_777);

        assertThat(JsonText.object(series::write))
                .contains("0,5],\"flagged\"")
                .contains("\"refused\":{\"amount_scale\":[0,")
                .contains("0,4,0]}")
                .doesNotContain("77777");
    }
}
