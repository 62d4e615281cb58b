package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket.Width;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StretchesTest {

    @Test
    void aWindowIsCutIntoBucketsAsWideAsTheyFit() {
        var stretches =
                Stretches.of(Instant.parse("1969-12-30T22:58:59.997Z"), Instant.parse("1970-01-01T01:01:01.001Z"));

        assertThat(stretches)
                .containsExactly(
                        stretch(Width.MILLISECOND, "1969-12-30T22:58:59.998Z", "1969-12-30T22:59:00Z"),
                        stretch(Width.MINUTE, "1969-12-30T22:59:00Z", "1969-12-30T23:00:00Z"),
                        stretch(Width.HOUR, "1969-12-30T23:00:00Z", "1969-12-31T00:00:00Z"),
                        stretch(Width.DAY, "1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z"),
                        stretch(Width.HOUR, "1970-01-01T00:00:00Z", "1970-01-01T01:00:00Z"),
                        stretch(Width.MINUTE, "1970-01-01T01:00:00Z", "1970-01-01T01:01:00Z"),
                        stretch(Width.SECOND, "1970-01-01T01:01:00Z", "1970-01-01T01:01:01Z"),
                        stretch(Width.MILLISECOND, "1970-01-01T01:01:01Z", "1970-01-01T01:01:01.002Z"));
    }

    @Test
    void whereNoWholeBucketOfTheNextWidthFitsThereIsOneStretch() {
        var stretches =
                Stretches.of(Instant.parse("2026-03-02T11:59:59.500Z"), Instant.parse("2026-03-02T12:00:00.998Z"));

        assertThat(stretches)
                .containsExactly(stretch(Width.MILLISECOND, "2026-03-02T11:59:59.501Z", "2026-03-02T12:00:00.999Z"));
    }

    private static Stretch stretch(Width width, String from, String to) {
        return new Stretch(width, Instant.parse(from), Instant.parse(to));
    }
}
