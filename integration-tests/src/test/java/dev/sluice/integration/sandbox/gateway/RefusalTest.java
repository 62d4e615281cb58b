package dev.sluice.integration.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.host.Functions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What API Gateway answers by itself. */
final class RefusalTest {

    @Test
    void aPathThatIsNotThereHasTheConfiguredAnswerOfAMissingToken() {
        try (var scene = Scene.of()) {
            var answer = scene.get("/nowhere");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("MissingAuthenticationTokenException");
            var body = SmallApi.json(answer.body());
            assertThat(body.path("path").asText()).isEqualTo("/v1/nowhere");
            assertThat(body.path("correlationId").asText())
                    .isEqualTo(answer.headers().firstValue("x-amzn-requestid").orElseThrow());
            assertThat(scene.calls).isEmpty();
        }
    }

    @Test
    void anotherStageIsNotThere() {
        try (var scene = Scene.of()) {
            var elsewhere = HttpRequest.newBuilder(scene.gateway.url().resolve("/v2/open"));

            assertThat(scene.send(elsewhere).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aKeyThatIsMissingUnknownOrInNoPlanIsForbidden() {
        try (var scene = Scene.of()) {
            var without = scene.send(scene.to("/orders").POST(HttpRequest.BodyPublishers.ofString("{}")));

            assertIsForbidden(without);
            assertIsForbidden(scene.post("another"));
            assertIsForbidden(scene.post(SmallApi.KEY_WITHOUT_PLAN));
            assertThat(scene.post(SmallApi.KEY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aKeyThatWasDisabledIsForbidden() {
        try (var scene = new Scene(SmallApi.with("aws_api_gateway_api_key.one", key -> key.put("enabled", false)))) {
            assertIsForbidden(scene.post(SmallApi.KEY));
        }
    }

    @Test
    void aKeyWhosePlanIsForAnotherStageIsForbidden() {
        var elsewhere = SmallApi.with(
                "aws_api_gateway_usage_plan.one", plan -> ((ObjectNode) plan.at("/api_stages/0")).put("stage", "v2"));
        try (var scene = new Scene(elsewhere)) {
            assertIsForbidden(scene.post(SmallApi.KEY));
        }
    }

    /** Nothing is configured for it, so that it is AWS's own. */
    private static void assertIsForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("ForbiddenException");
    }

    @Test
    void theDefaultOfItsClassIsAnsweredWhereATypeHasNothing() {
        var configured = SmallApi.withBody(body -> ((ObjectNode) body.path("x-amazon-apigateway-gateway-responses"))
                .putObject("DEFAULT_4XX")
                .putObject("responseTemplates")
                .put("application/json", "{\"told\":$context.error.messageString}"));
        try (var scene = new Scene(configured)) {
            var answer = scene.post("another");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"told\":\"Forbidden\"}");
        }
    }

    @Test
    void anotherMethodIsAnsweredByTheMockThatTakesThemAll() {
        try (var scene = Scene.of()) {
            for (var method : new String[] {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
                var answer = scene.send(scene.to("/orders").method(method, HttpRequest.BodyPublishers.noBody()));

                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(answer.headers().allValues("allow")).containsExactly("POST");
                assertThat(answer.headers().allValues("content-type")).containsExactly("application/problem+json");
                assertThat(SmallApi.json(answer.body()).path("correlationId").asText())
                        .isEqualTo(
                                answer.headers().firstValue("x-amzn-requestid").orElseThrow());
            }
        }
    }

    @Test
    void headIsAMethodAsAnyOtherAndHasNoBody() {
        try (var scene = Scene.of()) {
            var answer = scene.send(scene.to("/orders").HEAD());

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void aMethodThatNothingTakesIsNotThere() {
        try (var scene = Scene.of()) {
            assertThat(scene.send(scene.to("/orders/a/b").DELETE()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aMockTakesNoPayloadThatItHasNoTemplateFor() {
        try (var scene = Scene.of()) {
            var answer = scene.send(scene.to("/orders")
                    .header("content-type", "text/plain")
                    .PUT(HttpRequest.BodyPublishers.ofString("text")));

            assertThat(answer.statusCode()).isEqualTo(415);
        }
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsNot() {
        try (var scene = Scene.of()) {
            assertThat(scene.send(put(scene, new byte[10 << 20])).statusCode()).isEqualTo(405);
            assertThat(scene.send(put(scene, new byte[(10 << 20) + 1])).statusCode())
                    .isEqualTo(413);
        }
    }

    private static HttpRequest.Builder put(Scene scene, byte[] body) {
        return scene.to("/orders").PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    @Test
    void anEventThatIsTooLargeForLambdaIsNotHandedOver() {
        try (var scene = Scene.of()) {
            var body = HttpRequest.BodyPublishers.ofByteArray(new byte[(6 << 20) * 3 / 4]);

            assertThat(scene.send(scene.to("/open").POST(body)).statusCode()).isEqualTo(413);
            assertThat(scene.calls).isEmpty();
        }
    }

    @Test
    void aFunctionThatFailsIsAServersError() {
        try (var scene = Scene.of()
                .answering(function -> new Functions.Answer.Failed("{\"errorMessage\":\"m\",\"errorType\":\"T\"}"))) {
            assertIsUnavailable(scene.get("/open"), "DEFAULT_5XX");
        }
    }

    @Test
    void anAnswerThatIsNoProxyAnswerIsAServersError() {
        for (var malformed : new String[] {
            "",
            "\"text\"",
            "{\"statusCode\":200,\"body\":{\"an\":\"object\"}}",
            "{\"statusCode\":\"many\"}",
            "{\"statusCode\":200,\"status\":200}",
            "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}"
        }) {
            try (var scene = Scene.of().answering(malformed)) {
                assertIsUnavailable(scene.get("/open"), "DEFAULT_5XX");
            }
        }
    }

    @Test
    void whereNothingIsConfiguredAMalformedAnswerIsABadGateway() {
        var bare = SmallApi.withBody(body -> body.remove("x-amazon-apigateway-gateway-responses"));
        try (var scene = new Scene(bare).answering("{\"nothing\":\"of it\"}")) {
            var answer = scene.get("/open");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal server error\"}");
        }
    }

    @Test
    void aFunctionThatHasTooManyInvocationsIsAnIntegrationThatFailed() {
        try (var scene = Scene.of().answering(function -> new Functions.Answer.Throttled())) {
            assertIsUnavailable(scene.get("/open"), "INTEGRATION_FAILURE");
        }
    }

    @Test
    void aFunctionThatIsTooSlowIsNotWaitedFor() {
        var ended = new CountDownLatch(1);
        var impatient = SmallApi.withBody(body -> ((ObjectNode)
                        body.at("/paths/~1open/x-amazon-apigateway-any-method/x-amazon-apigateway-integration"))
                .put("timeoutInMillis", 50));
        try (var scene = new Scene(impatient).answering(function -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Scene.OK;
        })) {
            assertIsUnavailable(scene.get("/open"), "INTEGRATION_TIMEOUT");
            ended.countDown();
        }
    }

    @Test
    void aFunctionWhosePolicyDoesNotLetThisMethodInIsNotCalled() {
        try (var scene = Scene.of()) {
            assertIsUnavailable(scene.get("/forbidden"), "API_CONFIGURATION_ERROR");
            assertThat(scene.calls).isEmpty();
        }
    }

    private static void assertIsUnavailable(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(SmallApi.json(answer.body()).path("type").asText()).isEqualTo(type);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("InternalServerErrorException");
    }

    @Test
    void whatIsDeployedAnewIsServedFromThenOn() {
        try (var scene = Scene.of()) {
            assertThat(scene.get("/open").statusCode()).isEqualTo(200);

            scene.deploy(SmallApi.withBody(body -> ((ObjectNode) body.path("paths")).remove("/open")));

            assertThat(scene.get("/open").statusCode()).isEqualTo(404);
        }
    }
}
