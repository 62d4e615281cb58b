package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of buckets, before the epoch as after it. */
class BucketProperties {

    @Property
    void aBucketHoldsItsInstant(@ForAll Bucket.Width width, @ForAll("instants") Instant instant) {
        var bucket = width.holding(instant);

        assertThat(bucket.width()).isEqualTo(width);
        assertThat(bucket.start()).isBeforeOrEqualTo(instant);
        assertThat(bucket.start().plusMillis(width.millis())).isAfter(instant);
    }

    @Property
    void aBucketIsAlignedToTheEpoch(@ForAll Bucket.Width width, @ForAll("instants") Instant instant) {
        assertThat(width.holding(instant).start().toEpochMilli() % width.millis())
                .isZero();
    }

    @Property
    void everyInstantOfABucketIsInThatBucket(
            @ForAll Bucket.Width width, @ForAll("instants") Instant instant, @ForAll("withinADay") int millis) {
        var bucket = width.holding(instant);

        assertThat(width.holding(bucket.start().plusMillis(millis % width.millis())))
                .isEqualTo(bucket);
    }

    @Property
    void anInstantIsCountedOnceInEachWidth(@ForAll("instants") Instant instant) {
        assertThat(Bucket.holding(instant)).extracting(Bucket::width).containsExactly(Bucket.Width.values());
    }

    @Property
    void aWiderBucketHoldsTheNarrowerOne(@ForAll("instants") Instant instant) {
        var buckets = Bucket.holding(instant);

        for (var i = 1; i < buckets.size(); i++) {
            assertThat(buckets.get(i).width().holding(buckets.get(i - 1).start()))
                    .isEqualTo(buckets.get(i));
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        var first = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        var last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Integer> withinADay() {
        return Arbitraries.integers().between(0, 86_399_999);
    }
}
