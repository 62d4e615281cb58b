package dev.sluice.integration.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a function is handed, and what becomes of its answer. */
final class ProxyTest {

    /** The route that has parameters, with nobody asked for. */
    private static Scene open() {
        return new Scene(SmallApi.withBody(
                body -> ((ObjectNode) body.at("/paths/~1orders~1{shop}~1{id}/get")).remove("security")));
    }

    @Test
    void theFunctionIsTheOneThatTheIntegrationNamesWithItsQualifier() {
        try (var scene = Scene.of()) {
            scene.get("/open");

            assertThat(scene.calls).singleElement().satisfies(call -> {
                assertThat(call.function()).isEqualTo("arn:aws:lambda:eu-west-2:123456789012:function:teller:live");
                assertThat(call.by()).isEqualTo("ANY /open");
            });
        }
    }

    @Test
    void pathParametersAreDecodedAndThePathIsAsItWasSent() {
        try (var scene = open()) {
            scene.get("/orders/caf%C3%A9%20%2F%25/a+b/");

            var event = scene.event();
            assertThat(event.path("resource").asText()).isEqualTo("/orders/{shop}/{id}");
            assertThat(event.path("path").asText()).isEqualTo("/orders/caf%C3%A9%20%2F%25/a+b/");
            assertThat(event.at("/pathParameters/shop").asText()).isEqualTo("café /%");
            assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a+b");
            assertThat(event.at("/requestContext/path").asText()).isEqualTo("/v1/orders/caf%C3%A9%20%2F%25/a+b/");
            assertThat(event.at("/requestContext/resourcePath").asText()).isEqualTo("/orders/{shop}/{id}");
        }
    }

    @Test
    void repeatedHeadersAndParametersAreToldOnceWithTheLastAndOnceWithAll() {
        try (var scene = Scene.of()) {
            scene.send(scene.to("/open?a=1&b&a=2%263&c=x+y")
                    .header("webhook-signature", "v1,one")
                    .header("webhook-signature", "v1,two")
                    .header("x-forwarded-for", "203.0.113.7")
                    .header("expect-nothing", "kept"));

            var event = scene.event();
            assertThat(event.path("queryStringParameters"))
                    .isEqualTo(SmallApi.json("{\"a\":\"2&3\",\"b\":\"\",\"c\":\"x y\"}"));
            assertThat(event.path("multiValueQueryStringParameters"))
                    .isEqualTo(SmallApi.json("{\"a\":[\"1\",\"2&3\"],\"b\":[\"\"],\"c\":[\"x y\"]}"));
            assertThat(event.at("/headers/webhook-signature").asText()).isEqualTo("v1,two");
            assertThat(event.at("/multiValueHeaders/webhook-signature"))
                    .isEqualTo(SmallApi.json("[\"v1,one\",\"v1,two\"]"));
            assertThat(event.at("/headers/X-Forwarded-For").asText()).isEqualTo("203.0.113.7, 127.0.0.1");
            assertThat(event.at("/headers/X-Forwarded-Proto").asText()).isEqualTo("https");
            assertThat(event.at("/headers/X-Amzn-Trace-Id").asText()).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
            assertThat(event.path("headers").has("connection")).isFalse();
        }
    }

    @Test
    void whatIsNotThereIsNull() {
        try (var scene = Scene.of()) {
            scene.get("/open");

            var event = scene.event();
            for (var name : new String[] {
                "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"
            }) {
                assertThat(event.path(name).isNull()).as(name).isTrue();
            }
            assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
        }
    }

    @Test
    void aBodyReachesTheFunctionByteForByte() {
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        try (var scene = Scene.of()) {
            scene.send(scene.to("/open").POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));

            assertThat(scene.event().path("isBase64Encoded").asBoolean()).isTrue();
            assertThat(Base64.getDecoder().decode(scene.event().path("body").asText()))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void aBodyOfATypeThatIsNotBinaryIsText() {
        var textual = SmallApi.with(
                "aws_api_gateway_rest_api.api",
                api -> api.putArray("binary_media_types").add("image/png"));
        try (var scene = new Scene(textual).answering("{\"body\":\"aGk=\",\"isBase64Encoded\":true}")) {
            var answer = scene.send(scene.to("/open")
                    .header("content-type", "text/plain; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString("grün", UTF_8)));

            assertThat(scene.event().path("body").asText()).isEqualTo("grün");
            assertThat(scene.event().path("isBase64Encoded").asBoolean(true)).isFalse();
            assertThat(answer.body()).isEqualTo("aGk=");
        }
    }

    @Test
    void theContextSaysWhatApiGatewayKnows() {
        try (var scene = Scene.of()) {
            var answer = scene.send(scene.to("/orders")
                    .header("x-api-key", SmallApi.KEY)
                    .header("user-agent", "a-sender/1")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));

            var context = scene.event().path("requestContext");
            assertThat(context.path("requestId").asText())
                    .isEqualTo(answer.headers().firstValue("x-amzn-requestid").orElseThrow());
            assertThat(context.path("extendedRequestId").asText())
                    .isEqualTo(answer.headers().firstValue("x-amz-apigw-id").orElseThrow());
            assertThat(context.path("accountId").asText()).isEqualTo("123456789012");
            assertThat(context.path("apiId").asText()).isEqualTo("a1b2c3d4e5");
            assertThat(context.path("stage").asText()).isEqualTo("v1");
            assertThat(context.path("domainName").asText()).isEqualTo("a1b2c3d4e5.execute-api.eu-west-2.amazonaws.com");
            assertThat(context.path("protocol").asText()).isEqualTo("HTTP/1.1");
            assertThat(context.path("requestTime").asText()).isEqualTo("01/Mar/2026:12:00:00 +0000");
            assertThat(context.path("requestTimeEpoch").asLong())
                    .isEqualTo(scene.now().toEpochMilli());
            assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
            assertThat(context.at("/identity/userAgent").asText()).isEqualTo("a-sender/1");
            assertThat(context.at("/identity/apiKeyId").asText()).isEqualTo("k1");
            assertThat(context.at("/identity/userArn").isNull()).isTrue();
        }
    }

    @Test
    void theAnswersStatusHeadersAndBodyAreSent() {
        try (var scene = Scene.of().answering("""
                {"statusCode": 201,
                 "headers": {"Content-Type": "text/plain", "X-One": "1", "WWW-Authenticate": "Bearer"},
                 "multiValueHeaders": {"Set-Cookie": ["a=1", "b=2"], "X-One": ["1", "2"]},
                 "body": "grün"}""")) {
            var answer = scene.send(scene.to("/open"), HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().allValues("content-type")).containsExactly("text/plain");
            assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(answer.headers().allValues("x-one")).containsExactly("1", "2");
            assertThat(answer.headers().firstValue("www-authenticate")).isEmpty();
            assertThat(answer.headers().firstValue("x-amzn-remapped-www-authenticate"))
                    .contains("Bearer");
            assertThat(answer.headers().firstValue("x-amzn-trace-id"))
                    .contains(scene.event().at("/headers/X-Amzn-Trace-Id").asText());
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("grün");
        }
    }

    @Test
    void anAnswerInBase64IsSentAsItsBytes() {
        try (var scene = Scene.of().answering("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"AP+A\"}")) {
            var answer = scene.send(scene.to("/open"), HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.body()).containsExactly(0x00, 0xff, 0x80);
        }
    }

    @Test
    void whatSaysItIsBase64AndIsNotIsAWrongConfiguration() {
        try (var scene = Scene.of().answering("{\"isBase64Encoded\":true,\"body\":\"not base64\"}")) {
            var answer = scene.get("/open");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(SmallApi.json(answer.body()).path("type").asText()).isEqualTo("API_CONFIGURATION_ERROR");
        }
    }

    @Test
    void anAnswerThatSaysNothingIsJsonAndFine() {
        try (var scene = Scene.of().answering("{}")) {
            var answer = scene.get("/open");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.body()).isEmpty();
        }
    }
}
