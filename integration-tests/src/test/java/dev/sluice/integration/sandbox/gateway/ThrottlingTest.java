package dev.sluice.integration.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much may come how fast. The plan of the client has a rate of 2 and a burst of 3, the stage 10 and 5. */
final class ThrottlingTest {

    @Test
    void aClientMaySendItsBurstAndThenAsFastAsItsRate() {
        try (var scene = Scene.of()) {
            assertThat(statuses(4, () -> scene.post(SmallApi.KEY))).containsExactly(200, 200, 200, 429);

            scene.pass(Duration.ofMillis(499));
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(429);
            scene.pass(Duration.ofMillis(1));
            assertThat(statuses(2, () -> scene.post(SmallApi.KEY))).containsExactly(200, 429);

            scene.pass(Duration.ofHours(1));
            assertThat(statuses(4, () -> scene.post(SmallApi.KEY))).containsExactly(200, 200, 200, 429);
        }
    }

    @Test
    void whoIsThrottledIsToldAsItIsConfigured() {
        try (var scene = Scene.of()) {
            var last = Stream.generate(() -> scene.post(SmallApi.KEY))
                    .limit(4)
                    .toList()
                    .getLast();

            assertThat(last.body()).isEqualTo("{\"status\":429}");
            assertThat(last.headers().firstValue("retry-after")).contains("1");
            assertThat(last.headers().firstValue("x-was")).contains("POST");
            assertThat(scene.calls).hasSize(3);
        }
    }

    @Test
    void theStageThrottlesEachMethodWhoeverCalls() {
        try (var scene = Scene.of()) {
            assertThat(statuses(6, () -> scene.get("/open"))).containsExactly(200, 200, 200, 200, 200, 429);
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(200);

            scene.pass(Duration.ofMillis(100));
            assertThat(statuses(2, () -> scene.get("/open"))).containsExactly(200, 429);
        }
    }

    @Test
    void aQuotaIsForItsPeriod() {
        var limited = SmallApi.with(
                "aws_api_gateway_usage_plan.one",
                plan -> plan.putArray("quota_settings")
                        .addObject()
                        .put("limit", 2)
                        .put("period", "DAY"));
        try (var scene = new Scene(limited)) {
            assertThat(statuses(2, () -> scene.post(SmallApi.KEY))).containsExactly(200, 200);
            var third = scene.post(SmallApi.KEY);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).isEqualTo("{\"message\":\"Limit Exceeded\"}");

            scene.pass(Duration.ofHours(12));
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatWasTakenStaysTakenWhereTheApiIsDeployedAnew() {
        try (var scene = Scene.of()) {
            assertThat(statuses(4, () -> scene.post(SmallApi.KEY))).endsWith(429);
            scene.deploy(SmallApi.deployment());
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(429);

            scene.deploy(SmallApi.with(
                    "aws_api_gateway_usage_plan.one",
                    plan -> ((ObjectNode) plan.at("/throttle_settings/0")).put("burst_limit", 4)));
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(200);
        }
    }

    private static Stream<Integer> statuses(int times, Supplier<HttpResponse<String>> send) {
        return IntStream.range(0, times).mapToObj(each -> send.get().statusCode());
    }
}
