package dev.sluice.integration;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Sends payments to a running pipeline and asks after them. */
final class Sender implements AutoCloseable {

    private final Sluice.Up pipeline;
    private final HttpClient http = HttpClient.newHttpClient();

    Sender(Sluice.Up pipeline) {
        this.pipeline = pipeline;
    }

    HttpResponse<String> send(String id) {
        var body = """
                {"id": "%s", "type": "payment", "amount": "12.50", "currency": "GBP", "accountId": "5770",
                 "occurredAt": "2026-05-04T10:15:30Z", "merchant": {"name": "Corner Shop"},
                 "metadata": {"note": "%s"}}""".formatted(id, "n".repeat(400));
        var at = Instant.now().getEpochSecond();
        try {
            return call(to("/webhook")
                    .header("Content-Type", "application/json")
                    .header("x-api-key", pipeline.value("apiKey"))
                    .header("webhook-id", "msg-1")
                    .header("webhook-timestamp", Long.toString(at))
                    .header("webhook-signature", new Webhook(pipeline.value("secret")).sign("msg-1", at, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isStored(String id) {
        return call(to("/transactions/" + id).header("Authorization", "Bearer " + pipeline.value("operatorToken")))
                        .statusCode()
                == 200;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(pipeline.url() + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
