package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.host.Functions;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway, its client, functions that answer as a test says and keep what they were handed, and a clock that stands. */
final class Scene implements Functions, AutoCloseable {

    static final Credentials OPERATOR = new Credentials("AKIAOPERATOR", "not-a-secret", "not-a-token");

    static final Functions.Answer OK = new Functions.Answer.Answered("{\"statusCode\":200,\"body\":\"{}\"}");

    /** A call to a function. */
    record Call(String function, JsonNode event, String by) {}

    final Journal journal = new Journal();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private volatile Function<String, Functions.Answer> answer = function -> OK;
    private volatile Judge judge;
    final Gateway gateway;

    Scene(Deployment deployment) {
        judge = new Judge(deployment);
        gateway =
                Gateway.open(deployment, this, () -> judge, Map.of(OPERATOR.accessKey(), OPERATOR), journal, () -> now);
    }

    static Scene of() {
        return new Scene(SmallApi.deployment());
    }

    Scene answering(String payload) {
        answer = function -> new Functions.Answer.Answered(payload);
        return this;
    }

    Scene answering(Function<String, Functions.Answer> how) {
        answer = how;
        return this;
    }

    void deploy(Deployment changed) {
        judge = new Judge(changed);
        gateway.deploy(changed);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    URI at(String path) {
        return URI.create(gateway.url() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpResponse<String> post(String key) {
        return send(to("/orders")
                .header("x-api-key", key)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The event of the one call there was. */
    JsonNode event() {
        var all = new ArrayList<>(calls);
        if (all.size() != 1) {
            throw new AssertionError("there were " + all.size() + " calls");
        }
        return all.getFirst().event();
    }

    @Override
    public Functions.Answer now(String function, String event, String by) {
        calls.add(new Call(function, SmallApi.json(event), by));
        return answer.apply(function);
    }

    @Override
    public void later(String function, String event, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isIdle() {
        return true;
    }

    @Override
    public void close() {
        gateway.close();
        client.close();
    }
}
