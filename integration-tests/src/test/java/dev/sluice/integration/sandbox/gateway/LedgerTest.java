package dev.sluice.integration.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Event;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written down of what was served. */
final class LedgerTest {

    @Test
    void anAcceptedTransactionPassedFromItsRouteToTheFunction() {
        try (var scene =
                Scene.of().answering("{\"statusCode\":202,\"body\":\"{\\\"transactionId\\\":\\\"t-1\\\"}\"}")) {
            scene.post(SmallApi.KEY);

            assertThat(scene.journal.of(Event.Passed.class))
                    .containsExactly(new Event.Passed("POST /orders", "taker", Set.of("t-1"), true, "202"));
        }
    }

    @Test
    void whatWasRefusedDidNotArriveAndSaysWhy() {
        try (var scene = Scene.of()) {
            scene.post("another");
            scene.get("/nowhere/4111111111111111");
            scene.get("/orders");

            assertThat(scene.journal.of(Event.Passed.class))
                    .containsExactly(
                            new Event.Passed("POST /orders", "taker", Set.of(), false, "403 INVALID_API_KEY"),
                            new Event.Passed(
                                    "GET (no method)",
                                    "(no method)",
                                    Set.of(),
                                    false,
                                    "404 MISSING_AUTHENTICATION_TOKEN"),
                            new Event.Passed("ANY /orders", "(mock)", Set.of(), false, "405"));
        }
    }

    @Test
    void aFunctionThatFailedWasReached() {
        try (var scene = Scene.of().answering(function -> new Functions.Answer.Failed("{}"))) {
            scene.post(SmallApi.KEY);

            assertThat(scene.journal.of(Event.Passed.class))
                    .containsExactly(new Event.Passed("POST /orders", "taker", Set.of(), true, "503 MALFORMED_ANSWER"));
        }
    }

    @Test
    void thePolicyOfTheFunctionIsAskedForTheMethodThatCalls() {
        try (var scene = Scene.of()) {
            scene.post(SmallApi.KEY);
            scene.get("/forbidden");

            assertThat(scene.journal.of(Event.Asked.class))
                    .satisfiesExactly(
                            asked -> {
                                assertThat(asked.caller()).isEqualTo("apigateway.amazonaws.com");
                                assertThat(asked.action()).isEqualTo("lambda:InvokeFunction");
                                assertThat(asked.resource())
                                        .isEqualTo("arn:aws:lambda:eu-west-2:123456789012:function:taker:live");
                                assertThat(asked.allowed()).isTrue();
                            },
                            asked -> assertThat(asked.allowed()).isFalse());
        }
    }

    @Test
    void everyRequestIsCountedForTheApiAndForItsStage() {
        try (var scene = Scene.of()) {
            scene.answering(function -> {
                scene.pass(Duration.ofMillis(40));
                return new Functions.Answer.Failed("{}");
            });
            scene.post(SmallApi.KEY);

            for (var dimensions : Set.of(Map.of("ApiName", "small"), Map.of("ApiName", "small", "Stage", "v1"))) {
                assertThat(scene.journal
                                .of(Event.Measured.class)
                                .filter(each -> each.dimensions().equals(dimensions)))
                        .containsExactly(
                                measured("Count", dimensions, 1),
                                measured("4XXError", dimensions, 0),
                                measured("5XXError", dimensions, 1),
                                measured("Latency", dimensions, 40),
                                measured("IntegrationLatency", dimensions, 40));
            }
        }
    }

    @Test
    void aRequestThatCameToNoIntegrationHasNoLatencyOfOne() {
        try (var scene = Scene.of()) {
            scene.post("another");

            assertThat(scene.journal.of(Event.Measured.class))
                    .contains(measured("4XXError", Map.of("ApiName", "small"), 1))
                    .noneMatch(each -> each.metric().equals("IntegrationLatency"));
        }
    }

    @Test
    void nothingThatWasSentIsWrittenDown() {
        try (var scene = Scene.of()) {
            scene.post(SmallApi.KEY);
            scene.post("another-key");

            assertThat(scene.journal.entries().toString()).doesNotContain(SmallApi.KEY, "another-key");
        }
    }

    private static Event.Measured measured(String metric, Map<String, String> dimensions, double value) {
        return new Event.Measured("AWS/ApiGateway", metric, dimensions, value);
    }
}
