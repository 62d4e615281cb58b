package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two scans at once would tell everything twice. */
public final class ScansTakeTurns implements Scenario {

    private static final Map<String, AttributeValue> LEASE =
            Map.of("pk", AttributeValue.fromS("lease"), "sk", AttributeValue.fromS("scan"));

    @Override
    public String name() {
        return "scans take turns";
    }

    @Override
    public String shows() {
        return "While another scan has the lease, a scan ends without looking, and is no failure.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        try (var watch = ComplianceScenario.of(sandbox)) {
            var before = watch.scans().scan();
            hold(sandbox, Instant.now().plus(Duration.ofMinutes(5)));
            try {
                assertThat(sandbox.operator().now("scanner", "{}")).contains("another scan is being made");
                watch.scans().tick();
                assertThat(watch.scans().latest()).contains(before);
                assertThat(sandbox.operator().count("scanner-dlq")).isZero();
            } finally {
                hold(sandbox, Instant.EPOCH);
            }
            assertThat(watch.scans().scan().path("clean").asBoolean()).isTrue();
        }
    }

    private static void hold(Sandbox sandbox, Instant until) {
        sandbox.operator()
                .dynamoDb()
                .updateItem(request -> request.tableName(sandbox.output("table_name_findings"))
                        .key(LEASE)
                        .updateExpression("SET heldUntil = :until, heldBy = :by")
                        .expressionAttributeValues(Map.of(
                                ":until",
                                AttributeValue.fromS(until.toString().replaceAll("(\\.\\d{3})\\d*Z$|Z$", "$1Z")),
                                ":by",
                                AttributeValue.fromS("another"))));
    }
}
