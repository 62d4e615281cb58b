package dev.sluice.benchmarks.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.benchmarks.load.Workload;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One transaction a call, of a thousand different ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParseAndValidate {

    private static final int BODIES = 1_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Policy POLICY = Policy.unlimited(ZoneId.of("Europe/London"));
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final JsonDocument STRICT = JsonDocument.within(JsonBounds.SENDER);

    private List<byte[]> bodies = List.of();
    private int next;

    /** Makes the bodies. */
    @Setup
    public void bodies() throws IOException {
        bodies = Workload.of(Path.of(System.getProperty("sluice.root", ".")))
                .bodies(BODIES, 1, NOW.minus(Duration.ofDays(30)), NOW);
    }

    private byte[] body() {
        next = next + 1 == BODIES ? 0 : next + 1;
        return bodies.get(next);
    }

    /** The floor: jackson-core goes over the tokens and hands out every name and value as text. */
    @Benchmark
    public void readAlone(Blackhole hole) throws IOException {
        try (var parser = JACKSON.createParser(body())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    hole.consume(parser.currentName());
                } else if (token.isScalarValue()) {
                    hole.consume(parser.getText());
                }
            }
        }
    }

    /** Strictly, within bounds, into a tree. */
    @Benchmark
    public Parsed parse() {
        return STRICT.read(body());
    }

    /** As the validator does it, from bytes to a verdict. */
    @Benchmark
    public Verdict parseAndValidate() {
        if (STRICT.read(body()) instanceof Parsed.Document(var root)) {
            return Validation.validate(new Submission("default", root), POLICY, NOW);
        }
        throw new IllegalStateException("the workload makes transactions only");
    }
}
