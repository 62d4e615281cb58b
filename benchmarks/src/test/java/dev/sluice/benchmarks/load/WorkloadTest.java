package dev.sluice.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-31T00:00:00Z");

    @Test
    void everyBodyIsATransactionOfItsOwn() throws IOException {
        var ids = bodies(7).stream()
                .map(WorkloadTest::accepted)
                .map(t -> t.transaction().identity().id())
                .toList();
        assertThat(ids).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedMakesTheSameBodiesAndAnotherOneOthers() throws IOException {
        assertThat(bodies(1)).containsExactlyElementsOf(bodies(1));
        assertThat(bodies(2)).doesNotContainAnyElementsOf(bodies(1));
    }

    @Test
    void theyHappenOneAfterAnotherInTheTimeGiven() throws IOException {
        var times = bodies(1).stream()
                .map(body -> accepted(body).transaction().occurredAt().start())
                .toList();
        assertThat(times).isSorted().first().isEqualTo(FROM);
        assertThat(times.getLast()).isBefore(TO).isAfter(TO.minusSeconds(3_600));
    }

    private static List<byte[]> bodies(long seed) throws IOException {
        return Workload.of(Path.of("..")).bodies(2_000, seed, FROM, TO);
    }

    private static Verdict.Accepted accepted(byte[] body) {
        var parsed = (Parsed.Document) JsonDocument.within(JsonBounds.SENDER).read(body);
        return (Verdict.Accepted)
                Validation.validate(new Submission("default", parsed.root()), Policy.unlimited(ZoneOffset.UTC), TO);
    }
}
