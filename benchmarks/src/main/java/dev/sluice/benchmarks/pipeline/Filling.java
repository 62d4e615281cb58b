package dev.sluice.benchmarks.pipeline;

import dev.sluice.benchmarks.load.Workload;
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
import dev.sluice.local.sqlite.Session;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import dev.sluice.local.sqlite.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that are there already: validated, enriched and stored by the pipeline's own parts, without its front. */
final class Filling {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /**
     * Transactions a commit. The pipeline's own groups are some hundred times smaller; here a page that many of them touch
     * is written once for all.
     */
    private static final int AT_ONCE = 10_000;

    private Filling() {}

    /**
     * Stores that many transactions in a new file, one happening after another between these moments.
     *
     * @param at when they are stored
     */
    static void store(Path database, Workload workload, int count, Instant from, Instant to, Instant at) {
        Database.open(database).close();
        var apart = Duration.between(from, to).dividedBy(count);
        try (var file = Database.beside(database)) {
            // Nobody is told that anything is on the disk: when all is in the file, it is closed, and that is all.
            file.read(session -> session.change("PRAGMA synchronous = OFF"));
            file.read(session -> session.change("PRAGMA cache_size = -1000000"));
            for (var done = 0; done < count; done += AT_ONCE) {
                var begins = from.plus(apart.multipliedBy(done));
                var some = Math.min(AT_ONCE, count - done);
                var arrivals =
                        workload.bodies(some, -1 - done, begins, begins.plus(apart.multipliedBy(some))).parallelStream()
                                .map(body -> arrival(body, at))
                                .toList();
                file.write(session -> {
                    var store = new SqliteTransactionStore(within(session), List.of());
                    arrivals.forEach(store::store);
                    // As if each had been looked at: nobody is to wait for them.
                    return session.change("UPDATE transactions SET status = 'ENRICHED' WHERE status = 'RECEIVED'");
                });
            }
        }
    }

    /** What is written goes into the step that is under way. */
    private static Writer within(Session session) {
        return new Writer() {
            @Override
            public <T extends @Nullable Object> T write(Session.Work<T> work) {
                try {
                    return work.in(session);
                } catch (SQLException e) {
                    throw new IllegalStateException("the file could not be filled", e);
                }
            }

            @Override
            public void writeSometime(Session.Work<?> work) {
                throw new IllegalStateException("a store writes what it says it writes");
            }

            @Override
            public void close() {
                // Whoever made the session closes it.
            }
        };
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
