package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what was served: where a request went, and API Gateway's metrics (AWS, "Amazon API Gateway dimensions and
 * metrics"). Of what was sent it tells no more than the id of a transaction that was accepted.
 *
 * @param journal where it is written down
 */
record Ledger(Journal journal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NAMESPACE = "AWS/ApiGateway";

    /** What a function answers when it has taken something over and is not done with it (RFC 9110, 15.3.3). */
    private static final int ACCEPTED = 202;

    void write(Instant at, Api api, Served served, Duration latency) {
        var status = served.sent().status();
        journal.write(
                at,
                new Event.Passed(
                        served.route(),
                        served.to(),
                        accepted(served),
                        served.called(),
                        status + served.refusal().map(why -> " " + why).orElse("")));
        for (var dimensions :
                List.of(Map.of("ApiName", api.name()), Map.of("ApiName", api.name(), "Stage", api.stage()))) {
            measure(at, "Count", dimensions, 1);
            measure(at, "4XXError", dimensions, status / 100 == 4 ? 1 : 0);
            measure(at, "5XXError", dimensions, status / 100 == 5 ? 1 : 0);
            measure(at, "Latency", dimensions, (double) latency.toMillis());
            served.integration()
                    .ifPresent(took -> measure(at, "IntegrationLatency", dimensions, (double) took.toMillis()));
        }
    }

    private void measure(Instant at, String metric, Map<String, String> dimensions, double value) {
        journal.write(at, new Event.Measured(NAMESPACE, metric, dimensions, value));
    }

    private static Set<String> accepted(Served served) {
        if (!served.called() || served.sent().status() != ACCEPTED) {
            return Set.of();
        }
        try {
            return Optional.of(JSON.readTree(served.sent().body())
                            .path("transactionId")
                            .asText())
                    .filter(id -> !id.isEmpty())
                    .map(Set::of)
                    .orElseGet(Set::of);
        } catch (IOException e) {
            return Set.of();
        }
    }
}
