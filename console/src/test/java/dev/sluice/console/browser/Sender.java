package dev.sluice.console.browser;

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
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who sends to a pipeline, signed as Standard Webhooks says. */
final class Sender implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final int ACCEPTED = 202;

    private final Access access;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Sender(Access access) {
        this.access = access;
    }

    /** Sends it and sees it accepted. */
    void send(Payment payment) {
        accepted(send(access.source(), payment.json()));
    }

    /** Sends them all, many at once, and sees each accepted. */
    void send(List<Payment> payments) {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = payments.stream()
                    .<Future<Integer>>map(payment -> threads.submit(() -> {
                        turns.acquire();
                        try {
                            return send(access.source(), payment.json());
                        } finally {
                            turns.release();
                        }
                    }))
                    .toList();
            sent.forEach(Sender::accepted);
        }
    }

    private static void accepted(Future<Integer> sent) {
        try {
            accepted(sent.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("it was not answered", e.getCause());
        }
    }

    private static void accepted(int status) {
        if (status != ACCEPTED) {
            throw new AssertionError("it was answered with " + status);
        }
    }

    /** The status of the answer. */
    int send(String source, String body) {
        return send(source, body, request -> request);
    }

    /** Sends it signed and with the key, but for what is changed. */
    int send(String source, String body, UnaryOperator<HttpRequest.Builder> changed) {
        var id = "msg_" + body.hashCode();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(access.url() + "/webhook/" + source))
                .timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .header("x-api-key", access.apiKey())
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body));
        return status(changed.apply(request).build());
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String text) {
        try {
            var key = Base64.getDecoder().decode(access.secret().substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
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
