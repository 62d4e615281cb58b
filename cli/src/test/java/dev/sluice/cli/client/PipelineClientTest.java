package dev.sluice.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.cli.client.Answer.Accepted;
import dev.sluice.cli.client.Answer.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineClientTest {

    private static final String SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    private static final String ACCEPTED =
            "{\"transactionId\":\"a\",\"status\":\"accepted\",\"receivedAt\":\"2026-01-01T00:00:00.001Z\"}";

    private record Request(String target, Map<String, List<String>> headers, String body) {}

    private record Reply(int status, String body) {}

    private final List<Request> requests = new ArrayList<>();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(new Request(
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                var reply = replies.remove();
                var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private PipelineClient client() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dev/");
        var clock = Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC);
        return new PipelineClient(
                new Endpoint(url, "the key", "shop", SECRET, "the token"),
                clock,
                new Patience(3, Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    @Test
    void sendsWhatItWasGivenSignedBelowTheEndpointsPath() throws Exception {
        replies.add(new Reply(202, ACCEPTED));
        try (var client = client()) {
            assertThat(client.send("msg_1", BODY))
                    .isEqualTo(new Accepted("a", Instant.parse("2026-01-01T00:00:00.001Z"), 1));
        }
        var request = requests.getFirst();
        assertThat(request.target()).isEqualTo("/dev/webhook/shop");
        assertThat(request.body()).isEqualTo(new String(BODY, StandardCharsets.UTF_8));
        assertThat(request.headers())
                .containsEntry("X-api-key", List.of("the key"))
                .containsEntry("Webhook-id", List.of("msg_1"))
                .containsEntry("Webhook-timestamp", List.of("1614265330"))
                .containsEntry("Webhook-signature", List.of(new Signature(SECRET).of("msg_1", 1614265330, BODY)));
    }

    @Test
    void triesAgainWhileThePipelineIsBusyAndSaysHowOften() throws Exception {
        replies.add(new Reply(503, "{\"title\":\"Service Unavailable\"}"));
        replies.add(new Reply(429, ""));
        replies.add(new Reply(202, ACCEPTED));
        try (var client = client()) {
            assertThat(client.send("a", BODY))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.attempts()).isEqualTo(3));
        }
    }

    @Test
    void givesUpAfterTheStatedNumberOfTries() {
        for (var i = 0; i < 3; i++) {
            replies.add(new Reply(503, "{\"title\":\"Service Unavailable\"}"));
        }
        try (var client = client()) {
            assertThatThrownBy(() -> client.send("a", BODY))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("503: Service Unavailable");
        }
        assertThat(requests).hasSize(3);
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);
        try (var client = client()) {
            assertThatThrownBy(() -> client.send("a", BODY))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("Is it running?");
        }
    }

    @Test
    void reportsEveryViolation() throws Exception {
        replies.add(new Reply(422, """
                {"title":"Unprocessable Content","errors":[
                  {"pointer":"/amount","code":"amount_scale","detail":"too fine"},
                  {"pointer":"/currency","code":"currency_unknown","detail":"no such"}]}"""));
        try (var client = client()) {
            assertThat(client.send("a", BODY))
                    .isEqualTo(new Refused(
                            422,
                            "Unprocessable Content",
                            List.of(
                                    new Answer.Refusal("/amount", "amount_scale", "too fine"),
                                    new Answer.Refusal("/currency", "currency_unknown", "no such"))));
        }
    }

    @Test
    void namesTheStatusWhereTheProblemNamesNoViolation() throws Exception {
        replies.add(new Reply(413, "not JSON"));
        try (var client = client()) {
            assertThat(client.send("a", BODY))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(
                                            refused.violations().getFirst().code())
                                    .isEqualTo("http_413"));
        }
    }

    @Test
    void doesNotGoOnWhereItMayNotSend() {
        replies.add(new Reply(401, "{\"title\":\"Unauthorized\"}"));
        try (var client = client()) {
            assertThatThrownBy(() -> client.send("a", BODY))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void asksAsAnOperatorAndTellsAbsentFromRefused() throws Exception {
        replies.add(new Reply(200, "{\"id\":\"a b\"}"));
        replies.add(new Reply(404, "{}"));
        replies.add(new Reply(403, "{\"title\":\"Forbidden\"}"));
        try (var client = client()) {
            assertThat(client.find("shop", "a b").flatMap(found -> found.text("/id")))
                    .contains("a b");
            assertThat(client.find("shop", "a")).isEmpty();
            assertThatThrownBy(() -> client.find("shop", "a")).isInstanceOf(Unreachable.class);
        }
        assertThat(requests.getFirst().target()).isEqualTo("/dev/transactions/a%20b?source=shop");
        assertThat(requests.getFirst().headers()).containsEntry("Authorization", List.of("Bearer the token"));
    }

    @Test
    void anEndpointNamesNoSecret() {
        assertThat(new Endpoint(URI.create("http://x"), "the key", "shop", SECRET, "the token"))
                .hasToString("shop at http://x");
    }
}
