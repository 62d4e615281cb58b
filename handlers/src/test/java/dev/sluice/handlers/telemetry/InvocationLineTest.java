package dev.sluice.handlers.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvocationLineTest {

    private static final Instant START = Instant.parse("2026-05-04T10:16:00Z");

    private final List<String> lines = new ArrayList<>();

    @Test
    void aLineIsALogEntryAndItsMetricsInCloudWatchsEmbeddedFormat() {
        new Telemetry(lines::add)
                .begin("validator", START, new Trace("c-1", Optional.of("Root=1-2-3")))
                .note("status", "202")
                .count("Accepted")
                .count("Accepted")
                .end(START.plusMillis(7));

        var line = only();
        assertThat(line.text("time")).isEqualTo("2026-05-04T10:16:00Z");
        assertThat(line.text("level")).isEqualTo("INFO");
        assertThat(line.text("function")).isEqualTo("validator");
        assertThat(line.text("correlationId")).isEqualTo("c-1");
        assertThat(line.text("traceHeader")).isEqualTo("Root=1-2-3");
        assertThat(line.integer("Accepted")).isEqualTo(2);
        assertThat(line.integer("durationMs")).isEqualTo(7);
        var metadata = line.object("_aws");
        assertThat(metadata.integer("Timestamp")).isEqualTo(START.toEpochMilli());
        var directive = new Fields(
                (Written.Group) metadata.listing("CloudWatchMetrics").items().getFirst());
        assertThat(directive.text("Namespace")).isEqualTo("Sluice");
        assertThat(directive.listing("Dimensions").items())
                .containsExactly(new Written.Listing(List.of(new Written.Text("function"))));
        assertThat(directive.listing("Metrics").items())
                .map(m -> new Fields((Written.Group) m).text("Name"))
                .containsExactly("durationMs", "Accepted");
    }

    @Test
    void aFailureTellsItsKindAndNeverItsMessage() {
        new Telemetry(lines::add)
                .begin("processor", START)
                .failed("not stored", new IllegalStateException("whsec_secret"))
                .end(START);

        assertThat(only().text("level")).isEqualTo("ERROR");
        assertThat(only().text("cause")).isEqualTo("java.lang.IllegalStateException");
        assertThat(lines.getFirst()).doesNotContain("whsec_");
    }

    @Test
    void aDependencyThatDoesNotAnswerIsNamed() {
        new Telemetry(lines::add)
                .begin("processor", START)
                .failed("not stored", new Unavailable("SNS Publish: NotFound (404)"))
                .end(START);

        assertThat(only().text("dependency")).isEqualTo("SNS Publish: NotFound (404)");
    }

    private Fields only() {
        assertThat(lines).hasSize(1);
        return Fields.parse(JsonDocument.within(JsonBounds.EVENT), lines.getFirst());
    }
}
