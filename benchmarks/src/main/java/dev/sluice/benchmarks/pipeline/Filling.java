package dev.sluice.benchmarks.pipeline;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Trace;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Rows that are there already: validated, enriched and stored by the pipeline's own parts, without its front. */
final class Filling {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /** As many as fit one commit of the store. */
    private static final int AT_ONCE = 512;

    private Filling() {}

    /** Stores the bodies in the file, in their order but for those on their way at the same time. */
    static void store(Path database, List<byte[]> bodies, Instant at) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        try (var file = Database.open(database);
                var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new SqliteTransactionStore(file, List.of());
            for (var body : bodies) {
                places.acquire();
                tasks.execute(() -> {
                    try {
                        store.store(arrival(body, at));
                    } finally {
                        places.release();
                    }
                });
            }
        }
        // As if each had been looked at: nobody is to wait for them.
        try (var file = Database.open(database)) {
            file.write(session -> session.change("UPDATE transactions SET status = 'ENRICHED'"));
        }
    }

    static Arrival arrival(byte[] body, Instant at) {
        if (READER.read(body) instanceof Parsed.Document(var root)
                && Validation.validate(new Submission("default", root), Policy.unlimited(ZONE), at)
                        instanceof Verdict.Accepted(var transaction)) {
            var enriched = new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, ZONE));
            return new Arrival(
                    enriched, at, at, new Trace("fill-" + transaction.identity().id(), Optional.empty()));
        }
        throw new IllegalStateException("the workload makes transactions only");
    }
}
