package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The webhook as a sender meets it, signed by the Standard Webhooks library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {

    private static final String BODY = """
            {"id": "%s", "type": "payment", "amount": "12.50", "currency": "GBP", "accountId": "5770",
             "occurredAt": "2026-05-04T10:15:30Z", "merchant": {"name": "Corner Shop"}}""";

    /**
     * Seconds: beyond the 300 allowed by more than passes between signing and checking. The edge itself is tested in the
     * validator's own test, on a clock that stands.
     */
    private static final long TOO_FAR = 330;

    private final HttpClient http = HttpClient.newHttpClient();
    private Sluice.Up pipeline;

    @BeforeAll
    void start(@TempDir Path folder) {
        pipeline = Sluice.up(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void whatTheStandardWebhooksLibrarySignsIsAcceptedAndStored() throws Exception {
        assertThat(send(signed(BODY.formatted("lib-1"), 0)).statusCode()).isEqualTo(202);

        var stored = new AtomicReference<String>("");
        Await.until("it is stored", () -> {
            var answer = ask("/transactions/lib-1", pipeline.value("operatorToken"));
            stored.set(answer.body());
            return answer.statusCode() == 200;
        });
        assertThat(stored.get()).contains("\"amount\":\"12.50\"");
        assertThat(stored.get()).containsPattern("\"status\":\"(received|enriched|flagged|notified)\"");
    }

    @Test
    void everyRefusalHasItsStatus() throws Exception {
        var body = BODY.formatted("refused-1");
        assertThat(send(signed("{\"id\": ", 0)).statusCode()).as("broken JSON").isEqualTo(400);
        assertThat(send(signed(body, 0).setHeader("webhook-signature", "v1,AAAA"))
                        .statusCode())
                .as("wrong signature")
                .isEqualTo(401);
        assertThat(send(signed(body, -TOO_FAR)).statusCode()).as("stale").isEqualTo(401);
        assertThat(send(signed(body, TOO_FAR)).statusCode()).as("ahead").isEqualTo(401);
        assertThat(send(signed(body, 0).setHeader("x-api-key", "nobody's")).statusCode())
                .as("unknown key")
                .isEqualTo(403);
        assertThat(send(signed(body, 0).uri(at("/elsewhere"))).statusCode())
                .as("unknown path")
                .isEqualTo(404);
        assertThat(send(signed(body, 0).method("PUT", HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .as("wrong method")
                .isEqualTo(405);
        assertThat(send(signed(" ".repeat(200 * 1024), 0)).statusCode())
                .as("200 KiB")
                .isEqualTo(413);
        assertThat(send(signed(body, 0).setHeader("Content-Type", "text/plain")).statusCode())
                .as("media type")
                .isEqualTo(415);
        assertThat(send(signed("{}", 0)).statusCode()).as("no transaction").isEqualTo(422);
        assertThat(ask("/transactions/refused-1", pipeline.value("operatorToken"))
                        .statusCode())
                .as("nothing refused is stored")
                .isEqualTo(404);
    }

    @Test
    void aMissingKeyIsForbiddenAndASendersKeyReadsNothing() throws Exception {
        var request = HttpRequest.newBuilder(at("/webhook"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(request).statusCode()).isEqualTo(403);
        assertThat(ask("/transactions/lib-1", pipeline.value("apiKey")).statusCode())
                .isIn(401, 403);
        assertThat(ask("/transactions/lib-1", pipeline.value("secret")).statusCode())
                .isIn(401, 403);
    }

    private HttpRequest.Builder signed(String body, long secondsFromNow) throws Exception {
        var at = Instant.now().getEpochSecond() + secondsFromNow;
        return HttpRequest.newBuilder(at("/webhook"))
                .header("Content-Type", "application/json")
                .header("x-api-key", pipeline.value("apiKey"))
                .header("webhook-id", "msg-1")
                .header("webhook-timestamp", Long.toString(at))
                .header("webhook-signature", new Webhook(pipeline.value("secret")).sign("msg-1", at, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path, String token) {
        try {
            return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI at(String path) {
        return URI.create(pipeline.url() + path);
    }
}
