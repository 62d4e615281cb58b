package dev.sluice.integration.sandbox.client;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A sender of webhooks, as Standard Webhooks describes one; the signature is made by that project's library, and not by ours.
 *
 * @param api where the API is, with its stage
 * @param apiKey the API key of its usage plan
 * @param secret what it signs with, {@code whsec_…}
 * @param http what it sends through
 */
public record Sender(URI api, String apiKey, String secret, HttpClient http) {

    private static final Duration LONGEST = Duration.ofSeconds(40);

    public static Sender of(URI api, String apiKey, String secret) {
        return new Sender(
                api,
                apiKey,
                secret,
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
    }

    /** The same with another secret. */
    public Sender signingWith(String other) {
        return new Sender(api, apiKey, other, http);
    }

    /** The same with another API key. */
    public Sender withKey(String other) {
        return new Sender(api, other, secret, http);
    }

    /** Sends a payment, and lets it be signed now. */
    public HttpAnswer send(Payment payment) {
        return send(payment.json());
    }

    /** Sends a body. */
    public HttpAnswer send(String body) {
        return exchange("POST", "/webhook", body, signed(body, Instant.now()));
    }

    /** Sends a body to a source of that name. */
    public HttpAnswer sendTo(String source, String body) {
        return exchange("POST", "/webhook/" + source, body, signed(body, Instant.now()));
    }

    /** The headers of a signed request. */
    public Map<String, String> signed(String body, Instant at) {
        var headers = new LinkedHashMap<String, String>();
        var id = "msg-" + UUID.randomUUID();
        headers.put("Content-Type", "application/json");
        headers.put("x-api-key", apiKey);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        try {
            headers.put("webhook-signature", new Webhook(secret).sign(id, at.getEpochSecond(), body));
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
        return headers;
    }

    /** Any request. */
    public HttpAnswer exchange(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(LONGEST)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HttpAnswer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Sender[" + api + "]";
    }
}
