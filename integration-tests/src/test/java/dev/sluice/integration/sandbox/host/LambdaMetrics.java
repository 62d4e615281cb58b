package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What Lambda itself tells CloudWatch of a function (AWS, "Types of metrics for Lambda functions"): once for the function,
 * and once more for the alias that was invoked.
 *
 * @param function its name
 * @param qualifier the alias or the version that was invoked
 */
record LambdaMetrics(Journal journal, String function, Optional<String> qualifier) {

    private static final String NAMESPACE = "AWS/Lambda";

    /** An invocation has ended, well or not. */
    void invoked(Instant at, boolean failed, Duration took, int concurrent) {
        one(at, "Invocations", 1);
        one(at, "Errors", failed ? 1 : 0);
        one(at, "Throttles", 0);
        one(at, "Duration", took.toNanos() / 1e6);
        one(at, "ConcurrentExecutions", concurrent);
    }

    /** One came that was too many. */
    void throttled(Instant at) {
        one(at, "Throttles", 1);
    }

    /** An event could not be handed to the dead-letter target. */
    void deadLetterFailed(Instant at) {
        one(at, "DeadLetterErrors", 1);
    }

    /** An event was given up on. */
    void dropped(Instant at) {
        one(at, "AsyncEventsDropped", 1);
    }

    private void one(Instant at, String metric, double value) {
        journal.write(at, new Event.Measured(NAMESPACE, metric, Map.of("FunctionName", function), value));
        qualifier.ifPresent(alias -> journal.write(
                at,
                new Event.Measured(
                        NAMESPACE,
                        metric,
                        Map.of("FunctionName", function, "Resource", function + ":" + alias),
                        value)));
    }
}
