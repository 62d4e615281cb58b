package dev.sluice.console.browser;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A folder with many transactions in it, stored by the pipeline's own parts before a pipeline runs there. */
final class Filled {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /** As many as fit one commit of the store. */
    private static final int AT_ONCE = 512;

    private Filled() {}

    static void with(List<Payment> payments, Path folder) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        try (var file = Database.open(folder.resolve("sluice.db"));
                var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new SqliteTransactionStore(file, List.of());
            for (var payment : payments) {
                places.acquire();
                tasks.execute(() -> {
                    try {
                        store.store(arrival(payment));
                    } finally {
                        places.release();
                    }
                });
            }
        }
        // As if each had been looked at: nobody is to wait for them.
        try (var file = Database.open(folder.resolve("sluice.db"))) {
            file.write(session -> session.change("UPDATE transactions SET status = 'ENRICHED'"));
        }
    }

    private static Arrival arrival(Payment payment) {
        var at = Instant.now();
        if (READER.read(payment.json().getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Document(var root)
                && Validation.validate(new Submission("default", root), Policy.unlimited(ZONE), at)
                        instanceof Verdict.Accepted(var transaction)) {
            var enriched = new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, ZONE));
            return new Arrival(enriched, at, at, new Trace("filled-" + payment.id(), Optional.empty()));
        }
        throw new IllegalArgumentException(payment.id() + " would not be accepted");
    }
}
