package dev.sluice.benchmarks.cold;

import dev.sluice.benchmarks.load.Workload;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Events of a workload's transactions, one a transaction, as each function gets them. */
final class Events {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);
    private static final String SOURCE = "default";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Duration RECENT = Duration.ofMinutes(10);

    /** Which function they are for. */
    @FunctionalInterface
    interface Shape {
        String of(byte[] body, Transaction transaction, Instant now);
    }

    /** For the validator, and for what stands beside it. */
    static final Shape WEBHOOK = (body, transaction, now) -> Webhooks.event(body, now);

    static final Shape TOPIC = (body, transaction, now) -> Deliveries.ofTopic(transaction, ZONE, now);
    static final Shape STREAM = (body, transaction, now) -> Deliveries.ofStream(transaction, ZONE, now);
    static final Shape QUEUE = (body, transaction, now) -> Deliveries.ofQueue(transaction);

    private Events() {}

    /**
     * That many for the same function.
     *
     * @param shape how it gets them
     * @param seed other seeds give other transactions
     */
    static List<Event> of(Shape shape, Workload workload, int count, long seed) {
        var now = Instant.now();
        return workload.bodies(count, seed, now.minus(RECENT), now).stream()
                .map(body -> {
                    var transaction = transaction(body, now);
                    return new Event(
                            shape.of(body, transaction, now),
                            transaction.identity().id());
                })
                .toList();
    }

    private static Transaction transaction(byte[] body, Instant now) {
        if (READER.read(body) instanceof Parsed.Document document
                && Validation.validate(new Submission(SOURCE, document.root()), Policy.unlimited(ZONE), now)
                        instanceof Verdict.Accepted accepted) {
            return accepted.transaction();
        }
        throw new IllegalStateException("the workload holds what is no transaction");
    }
}
