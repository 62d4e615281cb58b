package dev.sluice.cli.client;

import dev.sluice.cli.client.Answer.Accepted;
import dev.sluice.cli.client.Answer.Refusal;
import dev.sluice.cli.client.Answer.Refused;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends transactions to a pipeline and asks what became of them. */
public final class PipelineClient implements AutoCloseable {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(1);

    private final Endpoint endpoint;
    private final Signature signature;
    private final Clock clock;
    private final Patience patience;
    private final HttpClient http;

    public PipelineClient(Endpoint endpoint, Clock clock, Patience patience) {
        this.endpoint = endpoint;
        this.signature = new Signature(endpoint.secret());
        this.clock = clock;
        this.patience = patience;
        // HTTP/1.1: an upgrade to HTTP/2 would be asked for on every plain connection.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Sends one transaction; tries again, signed anew, while the pipeline is away, busy or throttling.
     *
     * @param id the message's id, within the characters of a transaction id
     * @throws Unreachable when there is no answer in the end, or one that says that we may not send at all
     */
    public Answer send(String id, byte[] body) throws Unreachable, InterruptedException {
        var target = target("/webhook/" + encode(endpoint.source()));
        var attempts = new int[1];
        var response = exchange(() -> {
            attempts[0]++;
            return signed(target, id, body);
        });
        var document = document(response);
        if (response.statusCode() == 202) {
            return accepted(document, id, attempts[0]);
        }
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new Unreachable("the pipeline at " + endpoint.url() + " does not take what " + endpoint.source()
                    + " sends (" + response.statusCode() + "): " + title(document)
                    + ". Is the access file that of the running pipeline?");
        }
        return refused(response.statusCode(), document);
    }

    /**
     * Everything known about a transaction; empty while it is not stored.
     *
     * @throws Unreachable when there is no answer in the end, or one that makes no sense
     */
    public Optional<Json> find(String source, String id) throws Unreachable, InterruptedException {
        var target = target("/transactions/" + encode(id) + "?source=" + encode(source));
        var response = exchange(() -> reading(target).GET().build());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(document(response));
            case 404 -> Optional.empty();
            default ->
                throw new Unreachable("the pipeline at " + endpoint.url() + " did not say what it knows ("
                        + response.statusCode() + "): " + title(document(response)));
        };
    }

    /**
     * A new link that opens the pipeline's console once.
     *
     * @throws Unreachable when there is no answer in the end, or one without a link
     */
    public String consoleLink() throws Unreachable, InterruptedException {
        var response = exchange(() -> reading(target("/console/api/links"))
                .POST(BodyPublishers.noBody())
                .build());
        var link = response.statusCode() == 201 ? document(response).text("/url") : Optional.<String>empty();
        return link.orElseThrow(() -> new Unreachable("the pipeline at " + endpoint.url() + " gave no link to a console ("
                + response.statusCode() + "): " + title(document(response))));
    }

    public String source() {
        return endpoint.source();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Below the endpoint's own path: a deployed API has its stage there. */
    private URI target(String path) {
        var base = endpoint.url().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private HttpRequest.Builder reading(URI target) {
        return HttpRequest.newBuilder(target)
                .timeout(REQUEST_TIMEOUT)
                .header("authorization", "Bearer " + endpoint.operatorToken());
    }

    private HttpRequest signed(URI target, String id, byte[] body) {
        var timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(target)
                .timeout(REQUEST_TIMEOUT)
                .header("content-type", "application/json")
                .header("x-api-key", endpoint.apiKey())
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature.of(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpResponse<byte[]> exchange(Supplier<HttpRequest> request) throws Unreachable, InterruptedException {
        var reason = "";
        for (var failures = 0; failures < patience.attempts(); ) {
            var asked = Duration.ZERO;
            try {
                var response = http.send(request.get(), BodyHandlers.ofByteArray());
                if (!isTransient(response.statusCode())) {
                    return response;
                }
                asked = retryAfter(response);
                reason = "it answered " + response.statusCode() + ": " + title(document(response));
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            failures++;
            if (failures < patience.attempts()) {
                Thread.sleep(patience.after(failures, asked));
            }
        }
        throw new Unreachable("the pipeline at " + endpoint.url() + " did not answer after " + patience.attempts()
                + " tries (" + reason + "). Is it running?");
    }

    /** The statuses that say nothing about the transaction: slow, throttled, or something behind is down. */
    private static boolean isTransient(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(asked -> asked.compareTo(LONGEST_ASKED) <= 0)
                .orElse(Duration.ZERO);
    }

    private static Answer accepted(Json document, String id, int attempts) throws Unreachable {
        var receivedAt = instant(document, "/receivedAt")
                .orElseThrow(() -> new Unreachable("the pipeline accepted a transaction without saying when"));
        return new Accepted(document.text("/transactionId").orElse(id), receivedAt, attempts);
    }

    private static Answer refused(int status, Json document) {
        var violations = new ArrayList<Refusal>();
        for (var error : document.items("/errors")) {
            violations.add(new Refusal(
                    error.text("/pointer").orElse(""),
                    error.text("/code").orElse("http_" + status),
                    error.text("/detail").orElse(title(document))));
        }
        if (violations.isEmpty()) {
            var code = document.text("/code").orElse("http_" + status);
            violations.add(new Refusal("", code, document.text("/detail").orElse(title(document))));
        }
        return new Refused(status, title(document), List.copyOf(violations));
    }

    /** The instant at a pointer of a document; empty where there is none. */
    public static Optional<Instant> instant(Json document, String pointer) {
        try {
            return document.text(pointer).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Json document(HttpResponse<byte[]> response) {
        try {
            return JsonText.read(response.body());
        } catch (IOException e) {
            return new Json.Null();
        }
    }

    private static String title(Json document) {
        return document.text("/title").orElse("no reason given");
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
