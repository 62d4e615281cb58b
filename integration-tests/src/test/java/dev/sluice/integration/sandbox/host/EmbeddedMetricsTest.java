package dev.sluice.integration.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.telemetry.Telemetry;
import dev.sluice.integration.sandbox.journal.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMetricsTest {

    @Test
    void theLineOfAnInvocationHoldsItsNumbers() {
        var lines = new ArrayList<String>();
        new Telemetry(lines::add, "Sluice/it")
                .begin("enricher", Instant.EPOCH)
                .count("Enriched")
                .count("Enriched")
                .end(Instant.EPOCH.plusMillis(12));

        assertThat(EmbeddedMetrics.in(lines.getFirst()))
                .containsExactly(
                        new Event.Measured("Sluice/it", "durationMs", Map.of("function", "enricher"), 12),
                        new Event.Measured("Sluice/it", "Enriched", Map.of("function", "enricher"), 2));
    }

    @Test
    void aMetricCountsOnceForEachSetOfDimensionsAndEachOfItsValues() {
        assertThat(EmbeddedMetrics.in("""
                        {"a":"1","b":"2","M":[3,4],"_aws":{"CloudWatchMetrics":[{"Namespace":"N",\
                        "Dimensions":[["a"],["a","b"]],"Metrics":[{"Name":"M"}]}]}}"""))
                .containsExactly(
                        new Event.Measured("N", "M", Map.of("a", "1"), 3),
                        new Event.Measured("N", "M", Map.of("a", "1"), 4),
                        new Event.Measured("N", "M", Map.of("a", "1", "b", "2"), 3),
                        new Event.Measured("N", "M", Map.of("a", "1", "b", "2"), 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a line", "{\"_aws\":{}}", "{\"CloudWatchMetrics\"", "{\"a\":\"CloudWatchMetrics\"}"})
    void anyOtherLineHoldsNone(String line) {
        assertThat(EmbeddedMetrics.in(line)).isEmpty();
    }
}
