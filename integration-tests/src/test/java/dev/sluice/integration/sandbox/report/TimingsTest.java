package dev.sluice.integration.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Timings")
class TimingsTest {

    private final Journal journal = new Journal();

    @Test
    @DisplayName("have the median and the 95th percentile by the nearest rank, in whatever order they came")
    void percentiles() {
        var spread = Spread.of(LongStream.rangeClosed(1, 100).mapToObj(i -> Duration.ofMillis(101 - i)))
                .orElseThrow();

        assertThat(spread.median()).isEqualTo(Duration.ofMillis(50));
        assertThat(spread.p95()).isEqualTo(Duration.ofMillis(95));
        assertThat(spread.min()).isEqualTo(Duration.ofMillis(1));
        assertThat(spread.max()).isEqualTo(Duration.ofMillis(100));
        assertThat(Spread.of(Stream.of(Duration.ofMillis(7))).orElseThrow().p95())
                .isEqualTo(Duration.ofMillis(7));
        assertThat(Spread.of(Stream.of())).isEmpty();
    }

    @Test
    @DisplayName("of a function tell cold starts from warm answers, and leave out of these what failed")
    void coldAndWarm() {
        Samples.invoked(journal, 1_000, "keeper", 800, 90, false);
        Samples.invoked(journal, 2_000, "keeper", 0, 10, false);
        Samples.invoked(journal, 3_000, "keeper", 0, 5_000, true);

        var seen = Timings.functions(Samples.deployment().functions(), journal).stream()
                .filter(each -> each.function().equals("keeper"))
                .findFirst()
                .orElseThrow();

        assertThat(seen.invocations()).isEqualTo(3);
        assertThat(seen.failures()).isEqualTo(1);
        assertThat(seen.cold().orElseThrow().sorted()).containsExactly(Duration.ofMillis(800));
        assertThat(seen.warm().orElseThrow().sorted()).containsExactly(Duration.ofMillis(10));
    }

    @Test
    @DisplayName("of a hop are since the same transaction's hop before, and tell a topic from a table of its name")
    void hops() {
        var deployment = Samples.deployment();
        var flown = Samples.journal();
        Samples.lost(flown, 2_000, "orders", "keeper", "t-2");

        var hops = Timings.hops(flown, Flow.of(deployment, flown, Granted.of(deployment, flown)));

        assertThat(hops)
                .extracting(hop -> hop.from() + " > " + hop.to() + " " + hop.arrived() + " " + hop.lost() + " "
                        + hop.since().map(Spread::median))
                .containsExactly(
                        "POST /orders/{shop} > taker 1 0 Optional.empty",
                        "orders topic > keeper 1 1 Optional[PT0.1S]",
                        "keeper > orders table 1 0 Optional[PT1S]");
    }
}
