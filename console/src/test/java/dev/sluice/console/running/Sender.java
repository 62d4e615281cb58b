package dev.sluice.console.running;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who sends to a pipeline, and asks its pages. */
public final class Sender implements AutoCloseable {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private final Access access;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Sender(Access access) {
        this.access = access;
    }

    /** A whole valid payment. */
    public static String payment(String id, String amount) {
        return """
                {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"acct-1",\
                "occurredAt":"2026-01-02T13:04:05Z","merchant":{"name":"Corner Shop","mcc":"5411","country":"GB"}}\
                """.formatted(id, amount);
    }

    /** Sends signed and with the key; the status of the answer. */
    public int send(String body) {
        return send("/webhook", body, request -> request);
    }

    /** The same, but for the path and what is changed. */
    public int send(String path, String body, UnaryOperator<HttpRequest.Builder> changed) {
        var id = "msg_" + body.hashCode();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var request = changed.apply(to(path).header("content-type", "application/json")
                .header("x-api-key", access.apiKey())
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body)));
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a page says now. */
    public Fields page(String path) {
        return Fields.parse(READER, text(path));
    }

    /** The same, as text. */
    public String text(String path) {
        try {
            return client.send(to(path).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(access.url() + path)).timeout(Duration.ofSeconds(20));
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(access.secret().substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
