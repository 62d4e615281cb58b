package dev.sluice.integration.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.authorize.Credentials;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Routes that ask for an identity of IAM. Requests are signed by AWS's own signer. */
final class SignedRequestTest {

    private static final String PATH = "/orders/caf%C3%A9%20x/a:b~c?to=2026-03-01T00:00:00Z&from=a%20b&limit=&to=2";

    private static final String REGION = "eu-west-2";

    private static final String SERVICE = "execute-api";

    private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

    private static HttpRequest.Builder signed(
            Scene scene, String path, Credentials by, String region, String service, Instant at) {
        var identity = AwsSessionCredentialsIdentity.create(by.accessKey(), by.secretKey(), by.sessionToken());
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(scene.at(path))
                .build();
        var signature = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)));
        var sent = HttpRequest.newBuilder(signature.request().getUri());
        signature.request().headers().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> sent.header(name, value));
            }
        });
        return sent;
    }

    private static HttpRequest.Builder signed(Scene scene, Credentials by) {
        return signed(scene, PATH, by, REGION, SERVICE, scene.now());
    }

    @Test
    void anOperatorsSignatureHolds() {
        try (var scene = Scene.of()) {
            var answer = scene.send(signed(scene, Scene.OPERATOR));

            assertThat(answer.statusCode()).isEqualTo(200);
            var event = scene.event();
            assertThat(event.at("/pathParameters/shop").asText()).isEqualTo("café x");
            assertThat(event.at("/requestContext/identity/accessKey").asText()).isEqualTo("AKIAOPERATOR");
            assertThat(event.at("/requestContext/identity/userArn").asText()).startsWith("arn:aws:iam::123456789012:");
        }
    }

    @Test
    void theSignatureGoesNoFurther() {
        try (var scene = Scene.of()) {
            scene.send(signed(scene, Scene.OPERATOR));

            assertThat(scene.event().path("headers").has("Authorization")).isFalse();
            assertThat(scene.event().path("multiValueHeaders").has("Authorization"))
                    .isFalse();
        }
    }

    @Test
    void aRequestThatIsNotSignedLooksAsIfNothingWereThere() {
        try (var scene = Scene.of()) {
            var answer = scene.get(PATH);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("MissingAuthenticationTokenException");
            assertThat(scene.calls).isEmpty();
        }
    }

    @Test
    void aSignatureByAnotherSecretDoesNotHold() {
        try (var scene = Scene.of()) {
            var other = new Credentials(Scene.OPERATOR.accessKey(), "another", Scene.OPERATOR.sessionToken());

            assertIsWrong(scene, signed(scene, other));
        }
    }

    @Test
    void anIdentityThatNobodyKnowsIsNotLetIn() {
        try (var scene = Scene.of()) {
            assertIsWrong(scene, signed(scene, new Credentials("AKIAANYBODY", "not-a-secret", "not-a-token")));
        }
    }

    @Test
    void anotherTokenIsNotLetIn() {
        try (var scene = Scene.of()) {
            assertIsWrong(scene, signed(scene, new Credentials("AKIAOPERATOR", "not-a-secret", "another")));
        }
    }

    @Test
    void aSignatureForAnotherPathServiceOrRegionDoesNotHold() {
        try (var scene = Scene.of()) {
            var moved = signed(scene, Scene.OPERATOR).uri(scene.at("/orders/another/a:b~c"));

            assertIsWrong(scene, moved);
            assertIsWrong(scene, signed(scene, PATH, Scene.OPERATOR, "us-east-1", SERVICE, scene.now()));
            assertIsWrong(scene, signed(scene, PATH, Scene.OPERATOR, REGION, "lambda", scene.now()));
        }
    }

    @Test
    void aSignatureCoversTheBody() {
        try (var scene = Scene.of()) {
            var more = signed(scene, Scene.OPERATOR).method("GET", HttpRequest.BodyPublishers.ofString("more"));

            assertIsWrong(scene, more);
        }
    }

    @Test
    void whatIsNoSignatureDoesNotHold() {
        try (var scene = Scene.of()) {
            assertIsWrong(scene, scene.to(PATH).header("authorization", "Bearer a-token"));
        }
    }

    @Test
    void aSignatureIsGoodForFiveMinutes() {
        try (var scene = Scene.of()) {
            var made = scene.now();
            scene.pass(Duration.ofMinutes(5));
            assertThat(scene.send(signed(scene, PATH, Scene.OPERATOR, REGION, SERVICE, made))
                            .statusCode())
                    .isEqualTo(200);

            scene.pass(Duration.ofSeconds(1));
            var old = scene.send(signed(scene, PATH, Scene.OPERATOR, REGION, SERVICE, made));
            assertThat(old.statusCode()).isEqualTo(403);
            assertThat(old.body()).isEqualTo("{\"message\":\"Signature expired\"}");
        }
    }

    @Test
    void aSignatureFromTheFutureDoesNotHold() {
        try (var scene = Scene.of()) {
            var ahead = scene.now().plus(Duration.ofMinutes(5)).plusSeconds(1);

            assertIsWrong(scene, signed(scene, PATH, Scene.OPERATOR, REGION, SERVICE, ahead));
        }
    }

    private static void assertIsWrong(Scene scene, HttpRequest.Builder request) {
        var answer = scene.send(request);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("InvalidSignatureException");
        assertThat(scene.calls).isEmpty();
    }
}
