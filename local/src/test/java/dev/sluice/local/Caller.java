package dev.sluice.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who calls a pipeline over HTTP, as a sender or as an operator. */
final class Caller implements AutoCloseable {

    private final Access access;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(Access access) {
        this.access = access;
    }

    /** A whole valid payment. */
    static String payment(String id, String amount) {
        return """
                {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"acct-1",\
                "occurredAt":"2026-01-02T03:04:05Z","merchant":{"name":"Corner Shop","mcc":"5411","country":"GB"}}\
                """.formatted(id, amount);
    }

    HttpResponse<String> send(String body) {
        return send(body, request -> request);
    }

    /** Sends signed and with the key, but for what is changed. */
    HttpResponse<String> send(String body, UnaryOperator<HttpRequest.Builder> changed) {
        var id = "msg_" + body.hashCode();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        return call(changed.apply(to("/webhook")
                .header("content-type", "application/json")
                .header("x-api-key", access.apiKey())
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))));
    }

    /** The header lines of a signed webhook, but for those that say how long it is. */
    String signedHead(String body) {
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        return "Host: x\r\nContent-Type: application/json\r\nx-api-key: " + access.apiKey()
                + "\r\nwebhook-id: raw\r\nwebhook-timestamp: " + timestamp + "\r\nwebhook-signature: v1,"
                + signature("raw." + timestamp + "." + body) + "\r\n";
    }

    /** A whole signed webhook as it goes over the wire. */
    String webhook(String body) {
        return "POST /webhook HTTP/1.1\r\n" + signedHead(body) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    HttpResponse<String> ask(String path) {
        return call(to(path).header("authorization", "Bearer " + access.operatorToken()));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(access.url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
