package dev.sluice.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket.Width;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** The laws by which any span of time is made of few buckets, before the epoch as after it. */
class StretchesProperties {

    private static final Currency EUR = Currency.of("EUR").orElseThrow();

    /** At most 2 × 999 milliseconds, 2 × 59 seconds, 2 × 59 minutes and 2 × 23 hours beside the days. */
    private static final long MOST_BUT_DAYS = 2 * 999 + 2 * 59 + 2 * 59 + 2 * 23;

    /** Of a window, whose length is a whole number of hours: its two ends together are less than one bucket more wide. */
    private static final long MOST_IN_A_WINDOW = 1_000 + 59 + 59 + 23 + 29;

    /** The span behind {@code after}, up to and with {@code upTo}. */
    record Span(Instant after, Instant upTo) {

        boolean holds(Instant instant) {
            return instant.isAfter(after) && !instant.isAfter(upTo);
        }

        boolean holds(Bucket bucket) {
            return holds(bucket.start())
                    && holds(bucket.start().plusMillis(bucket.width().millis() - 1));
        }

        List<Stretch> stretches() {
            return Stretches.of(after, upTo);
        }
    }

    /** One entry of a history. */
    record Entry(Instant at, Money billed) {}

    @Property
    void stretchesAreDisjointAndTogetherExactlyTheSpan(@ForAll("spans") Span span) {
        var end = span.after().plusMillis(1);
        for (var stretch : span.stretches()) {
            assertThat(stretch.from()).isEqualTo(end);
            assertThat(stretch.to()).isAfter(stretch.from());
            end = stretch.to();
        }
        assertThat(end).isEqualTo(span.upTo().plusMillis(1));
    }

    @Property
    void everyStretchIsMadeOfWholeBuckets(@ForAll("spans") Span span) {
        assertThat(span.stretches()).allSatisfy(stretch -> {
            var width = stretch.width();
            assertThat(width.holding(stretch.from()).start()).isEqualTo(stretch.from());
            assertThat(width.holding(stretch.to()).start()).isEqualTo(stretch.to());
        });
    }

    @Property
    void noBucketOfAStretchCouldBeAWiderOne(@ForAll("spans") Span span, @ForAll("anywhere") double where) {
        for (var stretch : span.stretches()) {
            var length = Duration.between(stretch.from(), stretch.to()).toMillis();
            var some = stretch.from().plusMillis((long) (where * (length - 1)));
            for (var instant : List.of(stretch.from(), some, stretch.to().minusMillis(1))) {
                wider(stretch.width())
                        .forEach(width ->
                                assertThat(span.holds(width.holding(instant))).isFalse());
            }
        }
    }

    private static List<Width> wider(Width width) {
        return Stream.of(Width.values())
                .filter(other -> other.millis() > width.millis())
                .toList();
    }

    @Property
    void thereAreAtMostTwoStretchesOfEachWidthAndOneOfTheWidest(@ForAll("spans") Span span) {
        var counts = new EnumMap<Width, Integer>(Width.class);
        span.stretches().forEach(stretch -> counts.merge(stretch.width(), 1, Integer::sum));

        counts.forEach((width, count) -> assertThat(count).isLessThanOrEqualTo(width == Width.DAY ? 1 : 2));
    }

    @Property
    void theNumberOfBucketsIsBoundedWhateverTheSpan(@ForAll("spans") Span span) {
        var days = Duration.between(span.after(), span.upTo()).toDays();

        assertThat(span.stretches().stream()
                        .mapToLong(StretchesProperties::buckets)
                        .sum())
                .isLessThanOrEqualTo(MOST_BUT_DAYS + days);
    }

    @Property
    void aWindowIsMadeOfAtMostElevenHundredAndSeventyBuckets(
            @ForAll Window window, @ForAll("instants") Instant instant) {
        var stretches = Stretches.of(instant.minus(window.length()), instant);

        assertThat(stretches).hasSizeLessThanOrEqualTo(9);
        assertThat(stretches.stream().mapToLong(StretchesProperties::buckets).sum())
                .isLessThanOrEqualTo(MOST_IN_A_WINDOW);
    }

    private static long buckets(Stretch stretch) {
        return Duration.between(stretch.from(), stretch.to()).toMillis()
                / stretch.width().millis();
    }

    @Property
    void aSpanThatEndsWhereItBeginsOrBeforeIsEmpty(
            @ForAll("instants") Instant instant, @ForAll("lengths") long length) {
        assertThat(Stretches.of(instant, instant.minusMillis(length))).isEmpty();
    }

    /** Aggregates are kept as a store keeps them: one a bucket, each transaction added to one of each width. */
    @Property
    void theSumOverTheBucketsOfASpanIsThatOfEveryTransactionInIt(
            @ForAll("spans") Span span, @ForAll("offsets") List<Long> offsets) {
        var entries = entries(span, offsets);

        assertThat(read(aggregated(entries), span)).isEqualTo(bruteForce(entries, span));
    }

    @Property
    void theOrderOfArrivalChangesNoSum(@ForAll("spans") Span span, @ForAll("offsets") List<Long> offsets) {
        var entries = entries(span, offsets);
        var before = aggregated(entries);

        Collections.reverse(entries);

        assertThat(aggregated(entries)).isEqualTo(before);
    }

    private static List<Entry> entries(Span span, List<Long> offsets) {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < offsets.size(); i++) {
            var end = i % 2 == 0 ? span.after() : span.upTo();
            entries.add(new Entry(end.plusMillis(offsets.get(i)), new Money(i + 1L, EUR)));
        }
        return entries;
    }

    private static Map<Bucket, Activity> aggregated(List<Entry> entries) {
        var aggregates = new HashMap<Bucket, Activity>();
        for (var entry : entries) {
            for (var bucket : Bucket.holding(entry.at())) {
                aggregates.merge(bucket, one(entry), StretchesProperties::together);
            }
        }
        return aggregates;
    }

    private static Activity read(Map<Bucket, Activity> aggregates, Span span) {
        return span.stretches().stream()
                .flatMap(stretch -> aggregates.entrySet().stream()
                        .filter(aggregate -> aggregate.getKey().width() == stretch.width())
                        .filter(aggregate -> !aggregate.getKey().start().isBefore(stretch.from()))
                        .filter(aggregate -> aggregate.getKey().start().isBefore(stretch.to())))
                .map(Map.Entry::getValue)
                .reduce(nothing(), StretchesProperties::together);
    }

    private static Activity bruteForce(List<Entry> entries, Span span) {
        return entries.stream()
                .filter(entry -> span.holds(entry.at()))
                .map(StretchesProperties::one)
                .reduce(nothing(), StretchesProperties::together);
    }

    private static Activity nothing() {
        return new Activity(0, Total.zero(EUR));
    }

    private static Activity one(Entry entry) {
        return new Activity(1, Total.zero(EUR).plus(entry.billed()));
    }

    private static Activity together(Activity one, Activity other) {
        return new Activity(one.count() + other.count(), one.sum().plus(other.sum()));
    }

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(instants(), lengths())
                .as((after, length) -> new Span(after, after.plusMillis(length)));
    }

    /** Anywhere, or near where a bucket of some width begins. */
    @Provide
    Arbitrary<Instant> instants() {
        var first = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        var last = Instant.parse("9999-12-01T00:00:00Z").toEpochMilli();
        var anywhere = Arbitraries.longs().between(first, last).withDistribution(RandomDistribution.uniform());
        var edges = Combinators.combine(
                        Arbitraries.integers().between(-40, 40),
                        Arbitraries.of(Width.class),
                        Arbitraries.integers().between(-2, 2))
                .as((count, width, off) -> count * width.millis() + off);
        return Arbitraries.oneOf(anywhere, edges).map(Instant::ofEpochMilli);
    }

    /** In milliseconds, from nothing up to 40 days; as many short as long ones. */
    @Provide
    Arbitrary<Long> lengths() {
        return Arbitraries.oneOf(LongStream.of(5, 3_000, 200_000, 10_000_000, 3_456_000_000L)
                .mapToObj(most -> Arbitraries.longs().between(0, most).withDistribution(RandomDistribution.uniform()))
                .toList());
    }

    /** From the ends of a span, inside and outside of it. */
    @Provide
    Arbitrary<List<Long>> offsets() {
        return Arbitraries.oneOf(LongStream.of(3, 3_000, 200_000, 10_000_000, 3_456_000_000L)
                        .mapToObj(most ->
                                Arbitraries.longs().between(-most, most).withDistribution(RandomDistribution.uniform()))
                        .toList())
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Double> anywhere() {
        return Arbitraries.doubles().between(0, 1);
    }
}
